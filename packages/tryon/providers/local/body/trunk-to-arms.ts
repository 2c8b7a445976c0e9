import { PART } from '@proteus/contracts/person-parts.ts';
import { blurMask } from '@proteus/raster/blur-mask.ts';
import type { Mask } from '@proteus/raster/types.ts';
import type { PersonAnalysis } from '../../../person-analysis.ts';
import { belowLine, type LineAcross } from '../../../stages/warp/body/frame-coordinates.ts';
import { wasSleeved } from '../plate/behind-cloth.ts';
import { isBareArm, isHand } from '../skin/skin-known.ts';
import { findGapsBeside } from './gaps-beside.ts';
import type { LimbCapsules } from './limb-capsules.ts';
import type { Waistband } from './waistband.ts';

/** Strips between trunk and arm up to half this wide, in shoulder widths, are the trunk's; wider ones less and less. */
const WIDEST = 0.22;
const SLOPE = 1;
/** The trunk's side is evened over so much, in shoulder widths. */
const EVENED = 0.02;
/** From here down, in torso lengths below the shoulder joints: above, arms and trunk are one. */
const FROM = 0.1;

/**
 * Lets the trunk reach to the arms where the old top filled a narrow strip between them. How wide a trunk is
 * inside cloth is a guess; a crack through which the wall shows, where none was seen, is wrong for certain.
 * Changes the trunk in place.
 *
 * @param until where the new top ends: a bare waist stands clear of the arms.
 * @param dips where it goes on below that, down to a waistband; null = nowhere.
 */
export function reachToArms(
  trunk: Mask,
  person: PersonAnalysis,
  limbs: LimbCapsules,
  until: LineAcross,
  dips: Waistband['dips'] | null,
): void {
  const { parts, frame } = person;
  const { width } = trunk;
  const from = { below: FROM * frame.torsoLength, slope: 0 };
  const below = (line: LineAcross, pixel: number) => {
    const x = pixel % width;
    return belowLine(frame, line, x, (pixel - x) / width);
  };
  const isLowerAtDip = (pixel: number) =>
    dips !== null && parts.data[pixel] === PART['lower-clothes'] && below(until, pixel) > 0;
  const gaps = findGapsBeside(trunk, {
    isBody: (pixel) => trunk.data[pixel] !== 0 || isLowerAtDip(pixel),
    isArm: (pixel) => {
      const part = parts.data[pixel]!;
      // Below its hem the top gives way to the lower clothes: there it was no narrower.
      if (part === PART['lower-clothes']) return true;
      if (isBareArm(part) || isHand(part)) return true;
      // A bare arm is where it is seen; one in a sleeve, where it is drawn.
      return limbs.distance[pixel]! < 1 && wasSleeved(limbs, pixel);
    },
    wasCloth: (pixel) => parts.data[pixel] === PART['upper-clothes'] && below(from, pixel) >= 0,
    widest: WIDEST * frame.shoulderWidth,
    slope: SLOPE,
  });
  let isReached = false;
  for (let pixel = 0; pixel < gaps.data.length; pixel++) {
    if (gaps.data[pixel] === 0) continue;
    if (below(until, pixel) > 0 && (dips === null || dips[pixel] === 0)) continue;
    trunk.data[pixel] = 255;
    isReached = true;
  }
  if (!isReached) return;
  // Every row of a strip was judged by itself: its side would be a line of small steps.
  const even = blurMask(trunk, EVENED * frame.shoulderWidth).data;
  for (let pixel = 0; pixel < even.length; pixel++) {
    trunk.data[pixel] = even[pixel]! > 0.5 ? 255 : 0;
  }
}
