import { gaussianBlur } from '@proteus/raster/gaussian-blur.ts';
import type { Plane } from '@proteus/raster/types.ts';
import type { PersonAnalysis } from '../../../person-analysis.ts';
import { BEHIND } from '../behind-cloth.ts';
import type { CleanPlate } from '../clean-plate.ts';
import type { LimbCapsules } from '../limb-capsules.ts';
import { isBareArm } from '../skin-known.ts';

/** Wider gaps between arm and dress, in shoulder widths, are left: there the wall is seen. */
const WIDEST = 0.08;
/** Cloth goes on a little under the arm, in pixels. */
const UNDER_ARM = 3;

/**
 * Narrow gaps between a dress and the arm beside it, where the old cloth reached from one to the
 * other: the body itself goes on there, and so should the dress.
 *
 * @param cover how far the dress covers each pixel, 0 to 1.
 * @returns 0 to 1: where the dress should go on.
 */
export function gapsAtArms(
  person: PersonAnalysis,
  limbs: LimbCapsules,
  plate: CleanPlate,
  cover: Plane,
): Float32Array {
  const { parts, frame } = person;
  const { width, height } = cover;
  const wanted = new Float32Array(width * height);
  const widest = WIDEST * frame.shoulderWidth;
  const isArm = (pixel: number) =>
    isBareArm(parts.data[pixel]!) ||
    (plate.kinds.data[pixel] === BEHIND.arm && limbs.distance[pixel]! < 1);
  for (let y = 0; y < height; y++) {
    const row = y * width;
    for (let x = 1; x < width - 1; x++) {
      const isCloth = cover.data[row + x]! > 0.5;
      if (!isCloth) continue;
      for (const step of [-1, 1]) {
        if (cover.data[row + x + step]! > 0.5) continue;
        let end = x + step;
        let closed = true;
        while (closed && !isArm(row + end)) {
          closed = Math.abs(end - x) < widest && end > 0 && end < width - 1;
          // Where the wall was seen before it stays.
          if (plate.removed.data[row + end]! < 0.5) closed = false;
          end += step;
        }
        if (!closed) continue;
        const last = Math.min(width - 1, Math.max(0, end + step * UNDER_ARM));
        for (let at = x + step; at !== last; at += step) wanted[row + at] = 1;
      }
    }
  }
  return gaussianBlur({ width, height, data: wanted }, 1).data;
}
