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
  // By column: the last row of sleeve, and the first that is not covered since the last cloth.
  const lastSleeve = new Int32Array(width).fill(-1);
  const from = new Int32Array(width);
  for (let y = 0, pixel = 0; y < height; y++) {
    for (let x = 0; x < width; x++, pixel++) {
      if (sleeve.data[pixel]! > CLOTH) lastSleeve[x] = y;
      if (sleeve.data[pixel]! < COVERED && torso.data[pixel]! < COVERED) continue;
      const first = from[x]!;
      from[x] = y + 1;
      if (y - first > highest || first === 0 || lastSleeve[x]! < first - 1) continue;
      if (torso.data[pixel]! <= CLOTH) continue;
      for (let row = first; row < y; row++) gaps.data[row * width + x] = 255;
    }
  }
  return gaps;
}
