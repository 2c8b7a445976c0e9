import type { ByteCache } from '@proteus/platform/cache/byte-cache.ts';
import { createMemoryCache } from '@proteus/platform/cache/create-memory-cache.ts';
import { decodePicture } from '@proteus/platform/pictures/decode-picture.ts';

/** What try-ons that an engine does together have in common. */
export interface Pass {
  /** As `decodePicture`, but that the file of a neighbour is not decoded again. */
  readonly decode: typeof decodePicture;
  /** Keeps the neighbours' analyses where the engine has no cache; null = there are no neighbours. */
  readonly analyses: ByteCache | null;
}

/** Decoded pictures that are kept: the person and the garment of the try-on before. */
const KEPT_PICTURES = 2;
/** Some tens of packed analyses. */
const ANALYSES_BYTES = 32 * 2 ** 20;

/** @param size how many tasks the pass has. */
export function createPass(size: number): Pass {
  const decoded = new Map<Uint8Array, ReturnType<typeof decodePicture>>();
  if (size < 2) return { decode: decodePicture, analyses: null };
  return {
    analyses: createMemoryCache(ANALYSES_BYTES),
    async decode(bytes, limits, signal) {
      // Tasks that show the same file were handed the same object.
      const known = decoded.get(bytes);
      decoded.delete(bytes);
      const decoding = known ?? decodePicture(bytes, limits, signal);
      decoded.set(bytes, decoding);
      for (const oldest of decoded.keys()) {
        if (decoded.size <= KEPT_PICTURES) break;
        decoded.delete(oldest);
      }
      // Another one's cancellation is no failure of this task.
      return await decoding.catch(() => decodePicture(bytes, limits, signal));
    },
  };
}
