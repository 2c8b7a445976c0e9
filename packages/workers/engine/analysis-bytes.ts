import { promisify } from 'node:util';
import { constants, zstdCompress, zstdDecompress } from 'node:zlib';

const compress = promisify(zstdCompress);
const decompress = promisify(zstdDecompress);

/** What keeps planes in an analysis, by the name that is written for it. */
const PLANES = { Float32Array, Uint8Array } as const;
type PlaneKind = keyof typeof PLANES;
type PlaneData = Float32Array | Uint8Array;

/** Keys that lead from the analysis to one of its values. */
type Path = readonly string[];

interface PackedPlane {
  readonly path: Path;
  readonly kind: PlaneKind;
  readonly bytes: number;
  /** Packed. */
  readonly size: number;
}

interface Header {
  /** The analysis as JSON has it, with stand-ins for what is listed beside it. */
  readonly value: unknown;
  readonly planes: readonly PackedPlane[];
  /** Numbers that JSON does not know. */
  readonly numbers: readonly { readonly path: Path; readonly text: string }[];
}

const LENGTH_BYTES = 4;
/**
 * Most planes are 0 or 1 almost everywhere: more effort, or looking back further than 64 KiB, gains
 * little, and all planes are packed at once, each with memory for what it looks back on.
 */
const EFFORT = {
  params: { [constants.ZSTD_c_compressionLevel]: 1, [constants.ZSTD_c_windowLog]: 16 },
};
/** A chunk with this much left is known to be the last one, and is not copied together with others. */
const ROOM = 64;
/** A fraction, as V8 lays fields out otherwise that hold other things. */
const NUMBER_STAND_IN = 0.5;

/**
 * Packs an analysis into bytes in the thread pool: its structure as JSON, then each plane, straight
 * from where it lies.
 *
 * @param analysis plain data; typed arrays are `Float32Array` or `Uint8Array`. Must not change meanwhile.
 */
export async function packAnalysis(analysis: object): Promise<Uint8Array> {
  const found: { path: Path; data: PlaneData }[] = [];
  const numbers: { path: Path; text: string }[] = [];
  const plain = (value: unknown, path: Path): unknown => {
    if (value instanceof Float32Array || value instanceof Uint8Array) {
      found.push({ path, data: value });
      return null;
    }
    if (typeof value === 'number' && (!Number.isFinite(value) || Object.is(value, -0))) {
      numbers.push({ path, text: Object.is(value, -0) ? '-0' : String(value) });
      return NUMBER_STAND_IN;
    }
    if (Array.isArray(value)) return value.map((one, i) => plain(one, [...path, String(i)]));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, one]) => [key, plain(one, [...path, key])]),
    );
  };
  const value = plain(analysis, []);
  const packed = await Promise.all(
    found.map(({ data }) =>
      compress(new Uint8Array(data.buffer, data.byteOffset, data.byteLength), EFFORT),
    ),
  );
  const planes = found.map(
    ({ path, data }, i): PackedPlane => ({
      path,
      kind: data instanceof Float32Array ? 'Float32Array' : 'Uint8Array',
      bytes: data.byteLength,
      size: packed[i]!.length,
    }),
  );
  const header = Buffer.from(JSON.stringify({ value, planes, numbers } satisfies Header));
  const length = Buffer.alloc(LENGTH_BYTES);
  length.writeUInt32LE(header.length);
  return Buffer.concat([length, header, ...packed]);
}

/**
 * Unpacks what `packAnalysis` packed; exactly the same values. Objects come out of `JSON.parse`, which
 * lays them out as the literals of the stages do: code that V8 has compiled for an analysis that was
 * found out serves one that was remembered, which objects of `v8.deserialize` made it throw away.
 *
 * @throws {Error} when the bytes are something else.
 */
export async function unpackAnalysis(bytes: Uint8Array): Promise<unknown> {
  const { buffer, byteOffset, byteLength } = bytes;
  const end = LENGTH_BYTES + new DataView(buffer, byteOffset, byteLength).getUint32(0, true);
  const text = new TextDecoder().decode(bytes.subarray(LENGTH_BYTES, end));
  const { value, planes, numbers } = JSON.parse(text) as Header;
  let from = end;
  await Promise.all(
    planes.map(async ({ path, kind, bytes: wanted, size }) => {
      const packed = bytes.subarray(from, from + size);
      from += size;
      put(value, path, asPlane(await decompress(packed, { chunkSize: wanted + ROOM }), kind));
    }),
  );
  for (const { path, text } of numbers) put(value, path, Number(text));
  return value;
}

function asPlane(bytes: Buffer, kind: PlaneKind): PlaneData {
  const Plane = PLANES[kind];
  // Short ones come out of Node's pool, from anywhere in it.
  const { buffer, byteOffset, byteLength } =
    bytes.byteOffset % Plane.BYTES_PER_ELEMENT === 0 ? bytes : Uint8Array.from(bytes);
  return new Plane(buffer as ArrayBuffer, byteOffset, byteLength / Plane.BYTES_PER_ELEMENT);
}

function put(root: unknown, path: Path, value: unknown): void {
  let holder = root as Record<string, unknown>;
  for (const key of path.slice(0, -1)) holder = holder[key] as Record<string, unknown>;
  holder[path.at(-1)!] = value;
}
