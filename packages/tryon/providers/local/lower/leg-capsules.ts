import { PART } from '@proteus/contracts/person-parts.ts';
import type { Size } from '@proteus/raster/types.ts';
import { PICTURE_SIDES, type PictureSide } from '../../../stages/warp/body/body-side.ts';
import type { LegShape } from '../../../stages/warp/lower/leg-shape.ts';
import { type Capsules, createCapsules, drawCapsule } from '../body/capsules.ts';

/** Whether a part is a bare leg. */
export function isBareLeg(part: number): boolean {
  return part === PART['left-leg'] || part === PART['right-leg'];
}

/**
 * Draws both bare legs: 0 = hip joint and 1 = ankle along them, a little further down to the foot.
 *
 * @param offset of the capsules' own pixels in the picture that the shapes were measured in.
 */
export function drawLegCapsules(
  size: Size,
  legs: { readonly [Side in PictureSide]: LegShape },
  offset: { readonly x: number; readonly y: number },
): Capsules {
  const capsules = createCapsules(size);
  PICTURE_SIDES.forEach((side, index) => {
    const chain = legs[side].stations.map((station) => ({
      ...station,
      x: station.x - offset.x,
      y: station.y - offset.y,
    }));
    for (let i = 1; i < chain.length; i++) drawCapsule(capsules, chain[i - 1]!, chain[i]!, index);
  });
  return capsules;
}
