import type { Mask } from './types.ts';

/** Keeps of a mask what lies within another of its size. Changes it in place. */
export function restrictMask(mask: Mask, within: Mask): void {
  for (let pixel = 0; pixel < mask.data.length; pixel++) {
    if (within.data[pixel] === 0) mask.data[pixel] = 0;
  }
}
