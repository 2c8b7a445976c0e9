import { createHash } from 'node:crypto';
import type { ByteCache } from '@proteus/platform/cache/byte-cache.ts';
import { canonicalJson } from '@proteus/platform/hashing/canonical-json.ts';
import type { AnalysisCache, AnalysisKind } from '@proteus/tryon/analysis-cache.ts';
import { packAnalysis, unpackAnalysis } from './analysis-bytes.ts';

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
      const found = packed === null ? null : await unpackAnalysis(packed).catch(() => null);
      lookups[kind] = found === null ? 'miss' : 'hit';
      return found as never;
    },
    keep(kind, shaping, found) {
      const write = async () => bytes.set(keyOf(kind, shaping), await packAnalysis(found));
      writes.push(write());
    },
    async settled() {
      await Promise.allSettled(writes);
    },
  };
}
