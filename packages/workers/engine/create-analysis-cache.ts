import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { constants, zstdCompress, zstdDecompress } from 'node:zlib';
import type { ByteCache } from '@proteus/platform/cache/byte-cache.ts';
import { canonicalJson } from '@proteus/platform/hashing/canonical-json.ts';
import type { AnalysisCache, AnalysisKind } from '@proteus/tryon/analysis-cache.ts';
import { readAnalysis, writeAnalysis } from './analysis-bytes.ts';

const compress = promisify(zstdCompress);
const decompress = promisify(zstdDecompress);

/** In front of what is packed: how long it is. */
const LENGTH_BYTES = 4;
/** A chunk with this much left is known to be the last one. */
const ROOM = 64;

/** Whether the analyses of one try-on were remembered; kinds that were not asked for are missing. */
export type CacheLookups = Partial<Record<AnalysisKind, 'hit' | 'miss'>>;

/** What an engine keeps from one try-on to the next. */
export interface KeptAnalyses {
  readonly bytes: ByteCache;
  /** See `pipelineVersion`. */
  readonly version: string;
}

/** The cache of one try-on, and what became of its questions. */
export interface ObservedAnalysisCache extends AnalysisCache {
  readonly lookups: CacheLookups;
  /** Resolves when everything is kept. */
  readonly settled: () => Promise<void>;
}

/**
 * Keeps analyses as bytes, exactly: floating-point planes are not rounded, because a try-on must give
 * the same bytes with a cache and without; most of their values are 0 or 1, so they pack well.
 *
 * @param pictures `hashPixels` of the decoded photos.
 */
export function createAnalysisCache(
  { bytes, version }: KeptAnalyses,
  pictures: Readonly<Partial<Record<AnalysisKind, string>>>,
): ObservedAnalysisCache {
  const lookups: CacheLookups = {};
  const writes: Promise<void>[] = [];
  const keyOf = (kind: AnalysisKind, shaping: object) =>
    createHash('sha256')
      .update(canonicalJson({ kind, picture: pictures[kind], version, shaping }))
      .digest('hex');
  return {
    lookups,
    async find(kind, shaping) {
      const packed = await bytes.get(keyOf(kind, shaping));
      const found = packed === null ? null : await unpack(packed);
      lookups[kind] = found === null ? 'miss' : 'hit';
      return found as never;
    },
    keep(kind, shaping, found) {
      const write = async () => bytes.set(keyOf(kind, shaping), await pack(found));
      writes.push(write());
    },
    async settled() {
      await Promise.allSettled(writes);
    },
  };
}

/** Packs in the thread pool, while the try-on goes on. */
async function pack(found: object): Promise<Uint8Array> {
  const bytes = writeAnalysis(found);
  const packed = await compress(bytes, {
    params: { [constants.ZSTD_c_compressionLevel]: 1 },
  });
  const length = Buffer.alloc(LENGTH_BYTES);
  length.writeUInt32LE(bytes.length);
  return Buffer.concat([length, packed]);
}

/** Unpacks into one chunk: put together from several, tens of megabytes were copied once more. */
async function unpack(packed: Uint8Array): Promise<unknown> {
  try {
    const { buffer, byteOffset } = packed;
    const length = new DataView(buffer, byteOffset).getUint32(0, true);
    return readAnalysis(
      await decompress(packed.subarray(LENGTH_BYTES), { chunkSize: length + ROOM }),
    );
  } catch {
    return null;
  }
}
