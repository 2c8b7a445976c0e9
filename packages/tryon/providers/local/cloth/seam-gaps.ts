import { closeMask } from '@proteus/raster/close.ts';
import { erode } from '@proteus/raster/erode.ts';
import type { Mask, Plane } from '@proteus/raster/types.ts';
import { planeAbove } from '../part-mask.ts';

/** Width of the garment's soft outline in pixels. */
const OUTLINE = 3;
const FULLY_COVERED = 0.98;

/**
 * Narrow gaps between the garment's parts (a slit at the armpit), where its colour should go on.
 *
 * @param reach half the width of the widest gap to close, in pixels.
 * @returns 255 in the gaps.
 */
export function findSeamGaps(cover: Plane, reach: number): Mask {
  const { width, height } = cover;
  const covered = planeAbove(cover, 0.5);
  // The outline's own soft edge stays out; the slits' soft edges, further inside, belong to them.
  const inside = erode(closeMask(covered, reach), OUTLINE);
  const gaps = new Uint8Array(width * height);
  for (let i = 0; i < gaps.length; i++) {
    if (inside.data[i] !== 0 && cover.data[i]! < FULLY_COVERED) gaps[i] = 255;
  }
  return { width, height, data: gaps };
}
