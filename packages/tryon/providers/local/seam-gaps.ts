import { closeMask } from '@proteus/raster/close.ts';
import type { Mask, Plane } from '@proteus/raster/types.ts';
import { planeAbove } from './part-mask.ts';

/**
 * Narrow gaps between the garment's parts (a slit at the armpit), where its colour should go on.
 *
 * @param reach half the width of the widest gap to close, in pixels.
 * @returns 255 in the gaps.
 */
export function findSeamGaps(cover: Plane, reach: number): Mask {
  const { width, height } = cover;
  const covered = planeAbove(cover, 0.5);
  const closed = closeMask(covered, reach);
  const gaps = new Uint8Array(width * height);
  for (let i = 0; i < gaps.length; i++) {
    if (closed.data[i] !== 0 && covered.data[i] === 0) gaps[i] = 255;
  }
  return { width, height, data: gaps };
}
