import type { Mask, Plane } from '@proteus/raster/types.ts';
import { PICTURE_SIDES } from '../../../stages/warp/body/body-side.ts';
import { smoothStep } from '../../../stages/warp/scalar.ts';
import type { WarpedGarment } from '../../../stages/warp/warped-garment.ts';
import type { LimbCapsules } from '../body/limb-capsules.ts';
import { isHand } from '../skin/skin-known.ts';

/** The side of an arm that faces the torso begins so far from its middle, in radii. */
const INNER = 0.3;
/** A cuff lies where at least so many pixels of a slice of this share of the arm are its. */
const ENOUGH = 3;
const SLICE = 0.01;
/** An arm comes out of its cuff within this share of it. */
const COMES_OUT = 0.02;

/** How far along an arm its sleeve reaches on the side that faces the torso; 0 where it does not. */
function innerCuff(sleeve: Plane, limbs: LimbCapsules, side: number): number {
  const slices = new Uint32Array(Math.ceil(1 / SLICE) + 1);
  for (let pixel = 0; pixel < sleeve.data.length; pixel++) {
    if (sleeve.data[pixel]! <= 0.5 || limbs.side[pixel] !== side) continue;
    if (limbs.distance[pixel]! >= 1 || limbs.inward[pixel]! < INNER) continue;
    slices[Math.floor(limbs.along[pixel]! / SLICE)]!++;
  }
  return (slices.findLastIndex((count) => count >= ENOUGH) + 1) * SLICE;
}

/**
 * Takes back what would be seen of an arm between its sleeve and the torso above the end of the cuff there: however narrow
 * a short sleeve is laid, the arm is in it. Changes `arms` in place.
 *
 * @param arms how far arms lie before the torso.
 * @param parts the person's parts: hands are seen wherever they are.
 */
export function hideAboveCuffs(
  arms: Plane,
  { sleeves }: WarpedGarment,
  limbs: LimbCapsules,
  parts: Mask,
): void {
  for (const [index, side] of PICTURE_SIDES.entries()) {
    const sleeve = sleeves[side];
    if (sleeve === null) continue;
    const cuff = innerCuff(sleeve.alpha, limbs, index);
    if (cuff === 0 || cuff >= limbs.elbows[index as 0 | 1]) continue;
    for (let pixel = 0; pixel < arms.data.length; pixel++) {
      if (arms.data[pixel] === 0 || limbs.side[pixel] !== index) continue;
      if (limbs.inward[pixel]! < 0 || isHand(parts.data[pixel]!)) continue;
      arms.data[pixel]! *= smoothStep(cuff - COMES_OUT, cuff, limbs.along[pixel]!);
    }
  }
}
