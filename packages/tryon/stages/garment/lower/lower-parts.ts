import type { Mask } from '@proteus/raster/types.ts';
import { LOWER_PART } from '../../../garment-analysis.ts';
import type { LowerLandmarks } from './lower-landmarks.ts';

/**
 * Labels seat and legs: everything down to the crotch is seat, and so is all of a skirt; below,
 * the legs part in the middle between their inner edges.
 */
export function labelLowerParts(mask: Mask, { crotch, left, right }: LowerLandmarks): Mask {
  const { width, height } = mask;
  const data = new Uint8Array(width * height);
  let parting = crotch?.x ?? 0;
  for (let y = 0; y < height; y++) {
    const inLegs = crotch !== null && y > crotch.y;
    const between = inLegs ? (left.inner[y]! + right.inner[y]!) / 2 : Number.NaN;
    if (!Number.isNaN(between)) parting = between;
    for (let x = 0, i = y * width; x < width; x++, i++) {
      if (!mask.data[i]) continue;
      if (!inLegs) data[i] = LOWER_PART.seat;
      else data[i] = x < parting ? LOWER_PART.leftLeg : LOWER_PART.rightLeg;
    }
  }
  return { width, height, data };
}
