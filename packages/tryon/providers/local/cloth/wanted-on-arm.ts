import type { Plane } from '@proteus/raster/types.ts';
import type { PersonAnalysis } from '../../../person-analysis.ts';
import type { LineAcross } from '../../../stages/warp/body/frame-coordinates.ts';
import { lineThrough } from '../../../stages/warp/body/line-through.ts';
import { clamp } from '../../../stages/warp/scalar.ts';
import type { WarpedGarment } from '../../../stages/warp/warped-garment.ts';
import type { LimbCapsules } from '../body/limb-capsules.ts';
import { ON_PERSON, wasSleeved } from '../plate/behind-cloth.ts';
import { isBareArm } from '../skin/skin-known.ts';
import { OPAQUE } from './opaque.ts';

/** A sleeve covers its arm up to its own end, whose edge is so soft along the arm ... */
const CUFF_EDGE = 0.008;
/** ... and where that is in no line, to so far above it. */
const CUFF = 0.05;
/** Its end is looked for in so many strips along the arm, and lies this near a line, in shares of the arm. */
const STRIPS = 9;
const SCATTER = 0.015;
/** How far above that line it is left as it ends, in those by which half of the places lie off it. */
const BOW = 3;
/** Beyond this share of the arm the hand begins: its places along the arm tell nothing. */
const WRIST = 0.9;
/** How much further it reaches per radius across the arm, at most. */
const STEEPEST = 0.2;
/** Within this many radii of the bone is seen where along the arm a sleeve begins. */
const NEAR_BONE = 0.6;
/** Arms are covered out to this many radii. */
const ARM_WIDTH = 1.06;
const ARM_EDGE = 18;
/** Bare skin of an arm within this many radii of its bone is that arm's. */
const BESIDE_ARM = 1.5;

/** Where along the arm, 0 at the shoulder joint, a sleeve begins. */
function sleeveStart(limbs: LimbCapsules, sleeve: Plane, side: number): number {
  let first = 1;
  for (let pixel = 0; pixel < sleeve.data.length; pixel++) {
    if (sleeve.data[pixel]! < OPAQUE || limbs.side[pixel] !== side) continue;
    if (limbs.distance[pixel]! < NEAR_BONE) first = Math.min(first, limbs.along[pixel]!);
  }
  return first;
}

/** Where along the arm (`below`) a sleeve ends, across it by radii towards the body's middle; null where in no line, or at the wrist. */
function sleeveEnd(limbs: LimbCapsules, sleeve: Plane, side: number): LineAcross | null {
  const ends = new Float64Array(STRIPS);
  for (let pixel = 0; pixel < sleeve.data.length; pixel++) {
    if (sleeve.data[pixel]! < OPAQUE || limbs.side[pixel] !== side) continue;
    if (limbs.distance[pixel]! >= 1) continue;
    const strip = Math.floor(((limbs.inward[pixel]! + 1) / 2) * STRIPS);
    if (strip >= 0 && strip < STRIPS) ends[strip] = Math.max(ends[strip]!, limbs.along[pixel]!);
  }
  const places = [...ends].flatMap((below, strip) =>
    below > 0 ? [{ across: (2 * (strip + 0.5)) / STRIPS - 1, below }] : [],
  );
  if (places.length * 2 < STRIPS) return null;
  const { line, scatter } = lineThrough(places, STEEPEST);
  if (scatter > SCATTER || line.below + Math.abs(line.slope) > WRIST) return null;
  // A bowed cuff ends above the line at its corners: nothing hangs out below it there.
  return { ...line, below: line.below - BOW * scatter };
}

/**
 * The arm inside a sleeve with the rounding of the shoulder, as far as neither the torso is there nor
 * the neckline: a wide one bares the shoulders' rounding.
 *
 * @param side 0 = the arm at the picture's left, 1 = at its right.
 * @param reach share of the arm that the sleeve covers.
 * @returns 0 to 1 by pixel: how far the sleeve should cover it.
 */
export function wantedOnArm(
  person: PersonAnalysis,
  limbs: LimbCapsules,
  { torso, innerCollar }: WarpedGarment,
  sleeve: Plane,
  side: number,
  reach: number,
): Float32Array {
  const wanted = new Float32Array(limbs.distance.length);
  const { parts, regions, pose } = person;
  const background = regions.background.data;
  const lower = regions.lower.data;
  const from = sleeveStart(limbs, sleeve, side);
  const end = sleeveEnd(limbs, sleeve, side) ?? { below: reach - CUFF, slope: 0 };
  for (let pixel = 0; pixel < wanted.length; pixel++) {
    if (limbs.side[pixel] !== side || limbs.distance[pixel]! >= BESIDE_ARM) continue;
    const along = limbs.along[pixel]!;
    const until = end.below + end.slope * clamp(limbs.inward[pixel]!, -ARM_WIDTH, ARM_WIDTH);
    const inside = clamp((until - along) / CUFF_EDGE + 0.5, 0, 1);
    if (along < from || inside <= 0) continue;
    // Skin that is seen beside the drawn arm, at a bent elbow for one, is the arm's as well.
    const seen = isBareArm(parts.data[pixel]!) ? regions.skin.data[pixel]! : 0;
    const edge = Math.max(seen, clamp((ARM_WIDTH - limbs.distance[pixel]!) * ARM_EDGE, 0, 1));
    const taken = Math.max(torso.alpha.data[pixel]!, innerCollar.data[pixel]!);
    // Where the wall or the lower clothes are seen, the arm is behind them or was taken for too thick;
    // pale cloth on a pale wall is no wall, and an arm is drawn in it.
    const isArm = pose.personMask.data[pixel]! > ON_PERSON && wasSleeved(limbs, pixel);
    const seenElse = Math.min(1, (isArm ? 0 : background[pixel]!) + lower[pixel]!);
    wanted[pixel] = inside * edge * (1 - seenElse) * (1 - taken);
  }
  return wanted;
}
