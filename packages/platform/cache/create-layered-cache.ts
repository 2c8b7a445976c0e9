import type { ByteCache } from './byte-cache.ts';

/** Asks the nearer cache first; what only the farther one has is brought nearer. */
export function createLayeredCache(near: ByteCache, far: ByteCache): ByteCache {
  return {
    async get(key) {
      const found = await near.get(key);
      if (found !== null) return found;
      const brought = await far.get(key);
      if (brought !== null) await near.set(key, brought);
      return brought;
    },
    async set(key, bytes) {
      await near.set(key, bytes);
      await far.set(key, bytes);
    },
  };
}
