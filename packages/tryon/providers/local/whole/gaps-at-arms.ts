import { blurMask } from '@proteus/raster/blur-mask.ts';
import { dilate } from '@proteus/raster/dilate.ts';
import type { Plane } from '@proteus/raster/types.ts';
import type { PersonAnalysis } from '../../../person-analysis.ts';
import { findGapsBeside } from '../body/gaps-beside.ts';
import type { LimbCapsules } from '../body/limb-capsules.ts';
import { BEHIND } from '../plate/behind-cloth.ts';
import type { CleanPlate } from '../plate/clean-plate.ts';
import { isBareArm } from '../skin/skin-known.ts';

/** Gaps between arm and dress up to half this wide, in shoulder widths, are closed; wider ones less and less. */
const WIDEST = 0.12;
const SLOPE = 0.35;
/** What fills a gap begins so many pixels inside the dress: between two soft edges a line of the wall would show ... */
const OVERLAP = 5;
/** ... which is of at least this opacity: above and below the gap nothing is filled. */
const FAINTEST = 0.1;

/**
 * Narrow gaps between a dress and the arm beside it, where the old cloth reached from one to the
 * other: the body itself goes on there, and so should the dress.
 *
 * @param torso opacity of the dress without its sleeves, 0 to 1.
 * @returns 0 to 1: where the dress should go on.
 */
export function gapsAtArms(
  person: PersonAnalysis,
  limbs: LimbCapsules,
  plate: CleanPlate,
  torso: Plane,
): Float32Array {
  const { parts, frame } = person;
  const gaps = findGapsBeside(torso, {
    isBody: (pixel) => torso.data[pixel]! > 0.5,
    isArm: (pixel) =>
      isBareArm(parts.data[pixel]!) ||
      (plate.kinds.data[pixel] === BEHIND.arm && limbs.distance[pixel]! < 1),
    wasCloth: (pixel) => plate.removed.data[pixel]! > 0.5,
    widest: WIDEST * frame.shoulderWidth,
    slope: SLOPE,
  });
  const inside = dilate(gaps, OVERLAP);
  for (let pixel = 0; pixel < inside.data.length; pixel++) {
    if (gaps.data[pixel] === 0 && torso.data[pixel]! < FAINTEST) inside.data[pixel] = 0;
  }
  return blurMask(inside, 1).data;
}
