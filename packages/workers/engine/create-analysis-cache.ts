import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { deserialize, serialize } from 'node:v8';
import { constants, zstdCompress, zstdDecompress } from 'node:zlib';
import type { ByteCache } from '@proteus/platform/cache/byte-cache.ts';
import { canonicalJson } from '@proteus/platform/hashing/canonical-json.ts';
import type { AnalysisCache, AnalysisKind } from '@proteus/tryon/analysis-cache.ts';

const compress = promisify(zstdCompress);
const decompress = promisify(zstdDecompress);

/** Analyses have tens of megabytes; in zlib's usual chunks of 16 KiB they came in thousands. */
const CHUNK = { chunkSize: 4 * 2 ** 20 };

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
function pack(found: object): Promise<Uint8Array> {
  return compress(serialize(found), { params: { [constants.ZSTD_c_compressionLevel]: 1 } });
}

async function unpack(packed: Uint8Array): Promise<unknown> {
  try {
    return deserialize(await decompress(packed, CHUNK));
  } catch {
    return null;
  }
}
