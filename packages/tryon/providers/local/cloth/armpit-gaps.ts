import { createMask } from '@proteus/raster/create-mask.ts';
import type { Mask, Plane } from '@proteus/raster/types.ts';

/** Cloth that covers this much is no gap's edge any more. */
const COVERED = 0.98;
const CLOTH = 0.5;

/**
 * What lies right below a sleeve and right above the torso: an arm that is held out takes the sleeve with it, and the
 * corner of the torso under it stands alone, as if cloth were not sewn together there.
 *
 * @param highest of such a gap, in pixels.
 * @returns 255 in the gaps with their soft edges.
 */
export function findArmpitGaps(sleeve: Plane, torso: Plane, highest: number): Mask {
  const { width, height } = torso;
  const gaps = createMask(width, height);
  for (let x = 0; x < width; x++) {
    let lastSleeve = -1;
    let from = 0;
    for (let y = 0; y < height; y++) {
      const pixel = y * width + x;
      if (sleeve.data[pixel]! > CLOTH) lastSleeve = y;
      const isCovered = Math.max(sleeve.data[pixel]!, torso.data[pixel]!) >= COVERED;
      if (!isCovered) continue;
      const isBelow = lastSleeve >= from - 1 && torso.data[pixel]! > CLOTH && from > 0;
      if (isBelow && y > from && y - from <= highest) {
        for (let row = from; row < y; row++) gaps.data[row * width + x] = 255;
      }
      from = y + 1;
    }
  }
  return gaps;
}
