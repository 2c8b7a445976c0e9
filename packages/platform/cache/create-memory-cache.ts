import type { ByteCache } from './byte-cache.ts';

/**
 * Keeps bytes in memory; what was not asked for longest goes first.
 *
 * @param maxBytes of all values together; a larger one is not kept.
 */
export function createMemoryCache(maxBytes: number): ByteCache {
  // A map's order is that of insertion: the first key is the one not used longest.
  const kept = new Map<string, Uint8Array>();
  let total = 0;
  const forget = (key: string) => {
    total -= kept.get(key)?.byteLength ?? 0;
    kept.delete(key);
  };
  return {
    async get(key) {
      const bytes = kept.get(key);
      if (bytes === undefined) return null;
      kept.delete(key);
      kept.set(key, bytes);
      return bytes;
    },
    async set(key, bytes) {
      forget(key);
      if (bytes.byteLength > maxBytes) return;
      kept.set(key, bytes);
      total += bytes.byteLength;
      for (const oldest of kept.keys()) {
        if (total <= maxBytes) return;
        forget(oldest);
      }
    },
  };
}
