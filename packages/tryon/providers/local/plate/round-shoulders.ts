import { PART } from '@proteus/contracts/person-parts.ts';
import { closeMask } from '@proteus/raster/close.ts';
import { openMask } from '@proteus/raster/open.ts';
import type { Mask } from '@proteus/raster/types.ts';
import type { LimbCapsules } from '../body/limb-capsules.ts';
import type { NearbyPerson } from '../crop-person.ts';
import { BEHIND } from './behind-cloth.ts';
import { bodyMask } from './body-mask.ts';

/** A shoulder's outline bends around discs of this radius, in shoulder widths. */
const ROUNDNESS = 0.12;
/** Shoulders reach down the arm to here. */
const SHOULDER = 0.35;
/** They lie within this many radii of the arm's middle line. */
const AROUND = 1.6;

/**
 * Rounds the outline of drawn shoulders, which come out of several guesses: the old top's own outline, the
 * shoulder's line, the arm's thickness. Where two of them meet there would be a corner or a notch.
 *
 * @param kinds `BEHIND` by pixel; changed in place.
 */
export function roundShoulders(
  kinds: Mask,
  { parts, frame }: NearbyPerson,
  limbs: LimbCapsules,
): void {
  const { data } = kinds;
  const isShoulder = (pixel: number) =>
    limbs.along[pixel]! < SHOULDER && limbs.inward[pixel]! < 0 && limbs.distance[pixel]! < AROUND;
  const body = bodyMask(kinds, parts);
  const radius = ROUNDNESS * frame.shoulderWidth;
  const filled = closeMask(body, radius);
  for (let i = 0; i < data.length; i++) {
    const isNotch = isShoulder(i) && parts.data[i] === PART['upper-clothes'];
    if (body.data[i] === 0 && !isNotch) filled.data[i] = 0;
  }
  const round = openMask(filled, radius);
  for (let i = 0; i < data.length; i++) {
    if (data[i] === BEHIND.untouched || !isShoulder(i)) continue;
    if (round.data[i] === 0) data[i] = BEHIND.background;
    else if (data[i] === BEHIND.background) data[i] = BEHIND.arm;
  }
}
