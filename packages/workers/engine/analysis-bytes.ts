/** What keeps planes in an analysis, by the name that is written for it. */
const PLANES = { Float32Array, Uint8Array } as const;
type PlaneKind = keyof typeof PLANES;
type PlaneData = Float32Array | Uint8Array;

/** Keys that lead from the analysis to one of its values. */
type Path = readonly string[];

interface Header {
  /** The analysis as JSON has it: null in place of planes, 0.5 in place of numbers that JSON does not know. */
  readonly value: unknown;
  readonly planes: readonly {
    readonly path: Path;
    readonly kind: PlaneKind;
    readonly length: number;
  }[];
  readonly numbers: readonly { readonly path: Path; readonly text: string }[];
}

/** Planes begin at whole multiples of this, so that they can be read where they lie. */
const ALIGNMENT = 8;
const LENGTH_BYTES = 4;
/** Stands for a number that JSON does not know; a fraction, as fields that hold fractions are laid out otherwise. */
const STAND_IN = 0.5;

function aligned(offset: number): number {
  return Math.ceil(offset / ALIGNMENT) * ALIGNMENT;
}

/**
 * Writes an analysis as bytes: its structure as JSON, then its planes as they lie in memory.
 *
 * @param analysis plain data; typed arrays are `Float32Array` or `Uint8Array`.
 */
export function writeAnalysis(analysis: object): Uint8Array {
  const planes: { path: Path; kind: PlaneKind; length: number }[] = [];
  const numbers: { path: Path; text: string }[] = [];
  const parts: PlaneData[] = [];
  const plain = (value: unknown, path: Path): unknown => {
    if (value instanceof Float32Array || value instanceof Uint8Array) {
      const kind = value instanceof Float32Array ? 'Float32Array' : 'Uint8Array';
      planes.push({ path, kind, length: value.length });
      parts.push(value);
      return null;
    }
    if (typeof value === 'number' && (!Number.isFinite(value) || Object.is(value, -0))) {
      numbers.push({ path, text: Object.is(value, -0) ? '-0' : String(value) });
      return STAND_IN;
    }
    if (Array.isArray(value)) return value.map((one, i) => plain(one, [...path, String(i)]));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, one]) => [key, plain(one, [...path, key])]),
    );
  };
  const value = plain(analysis, []);
  const header = new TextEncoder().encode(
    JSON.stringify({ value, planes, numbers } satisfies Header),
  );
  const start = aligned(LENGTH_BYTES + header.length);
  const size = parts.reduce((sum, { byteLength }) => sum + aligned(byteLength), start);
  const bytes = new Uint8Array(size);
  new DataView(bytes.buffer).setUint32(0, header.length);
  bytes.set(header, LENGTH_BYTES);
  let at = start;
  for (const { buffer, byteOffset, byteLength } of parts) {
    bytes.set(new Uint8Array(buffer, byteOffset, byteLength), at);
    at += aligned(byteLength);
  }
  return bytes;
}

/**
 * Reads what `writeAnalysis` wrote; exactly the same values. Objects come out of `JSON.parse`, which
 * lays them out as the literals of the stages do: code that V8 has compiled for an analysis that was
 * found out serves one that was remembered, which objects of `v8.deserialize` made it throw away.
 *
 * @param bytes the planes go on lying in them; at an offset of whole 8 bytes.
 * @throws {Error} when they are something else.
 */
export function readAnalysis(bytes: Uint8Array): unknown {
  const { buffer, byteOffset } = bytes;
  const length = new DataView(buffer, byteOffset).getUint32(0);
  const text = new TextDecoder().decode(bytes.subarray(LENGTH_BYTES, LENGTH_BYTES + length));
  const { value, planes, numbers } = JSON.parse(text) as Header;
  let at = byteOffset + aligned(LENGTH_BYTES + length);
  for (const { path, kind, length } of planes) {
    const plane = new PLANES[kind](buffer as ArrayBuffer, at, length);
    put(value, path, plane);
    at += aligned(plane.byteLength);
  }
  for (const { path, text } of numbers) put(value, path, Number(text));
  return value;
}

function put(root: unknown, path: Path, value: unknown): void {
  let holder = root as Record<string, unknown>;
  for (const key of path.slice(0, -1)) holder = holder[key] as Record<string, unknown>;
  holder[path.at(-1)!] = value;
}
