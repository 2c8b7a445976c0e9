import { PART } from '@proteus/contracts/person-parts.ts';
import { closeMask } from '@proteus/raster/close.ts';
import { openMask } from '@proteus/raster/open.ts';
import type { Mask } from '@proteus/raster/types.ts';
import type { LimbCapsules } from '../body/limb-capsules.ts';
import type { NearbyPerson } from '../crop-person.ts';
import { BEHIND, wasSleeved } from './behind-cloth.ts';
import { bodyMask } from './body-mask.ts';

/** A shoulder's outline bends around discs of this radius, in shoulder widths. */
const ROUNDNESS = 0.1;
/** Shoulders have corners down the arm to here: further down it is no wider than such a disc. */
const SHOULDER = 0.15;
/** They lie within this many radii of the arm's middle line, and an arm's outer edge within this many. */
const AROUND = 1.6;
const BESIDE = 1.25;

/**
 * Rounds the outline of drawn shoulders, which come out of several guesses: the old top's own outline, the
 * shoulder's line, the arm's thickness. Where two of them meet there would be a corner or a notch; so there
 * would where an old sleeve's cuff ended on an arm that is thicker than its drawn part.
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
  const isSleeve = (pixel: number) =>
    limbs.inward[pixel]! < 0 && limbs.distance[pixel]! < BESIDE && wasSleeved(limbs, pixel);
  const body = bodyMask(kinds, parts);
  const radius = ROUNDNESS * frame.shoulderWidth;
  const filled = closeMask(body, radius);
  for (let i = 0; i < data.length; i++) {
    const isOuter = isShoulder(i) || isSleeve(i);
    const isNotch = isOuter && parts.data[i] === PART['upper-clothes'];
    if (body.data[i] === 0 && !isNotch) filled.data[i] = 0;
  }
  const round = openMask(filled, radius);
  for (let i = 0; i < data.length; i++) {
    if (data[i] === BEHIND.untouched) continue;
    if (data[i] === BEHIND.background && body.data[i] === 0 && round.data[i] !== 0) {
      data[i] = BEHIND.arm;
    } else if (round.data[i] === 0 && isShoulder(i)) data[i] = BEHIND.background;
  }
}
