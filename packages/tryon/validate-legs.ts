import { ProteusError } from '@proteus/contracts/errors.ts';
import type { Size } from '@proteus/raster/types.ts';
import type { Pose } from './pose.ts';
import { PICTURE_SIDES } from './stages/warp/body/body-side.ts';
import { legAt } from './stages/warp/lower/leg-joints.ts';

/** Share of the thighs that must be in the picture for clothes that hang from the waist ... */
export const NEEDED_THIGH = 0.5;
/** ... and for dresses, which hang from the shoulders and may run out of the picture. */
export const NEEDED_THIGH_FOR_DRESS = 0.15;
/** A standing person's thighs are seen at least this long against the torso. */
const LEAST_THIGH = 0.4;

/**
 * Refuses photos on which nothing can be put on the legs: those that end too high on the thighs,
 * and people who sit, whose thighs point at the camera.
 *
 * @param torsoLength from the shoulders to the hips, in pixels.
 * @param thigh share of the thighs that must be in the picture.
 * @throws {ProteusError} LEGS_CUT_OFF.
 */
export function validateLegs(
  pose: Pose,
  size: Size,
  torsoLength: number,
  thigh: number = NEEDED_THIGH,
): void {
  for (const side of PICTURE_SIDES) {
    const { hip, knee } = legAt(pose, side);
    const needed = hip.y + (knee.y - hip.y) * thigh;
    if (needed >= size.height || knee.y - hip.y < LEAST_THIGH * torsoLength) {
      throw new ProteusError('LEGS_CUT_OFF', { stage: 'pose' });
    }
  }
}
