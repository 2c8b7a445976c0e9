import { PART } from '@proteus/contracts/person-parts.ts';
import type { PersonAnalysis } from '../../../person-analysis.ts';
import type { PictureSide } from '../body/body-side.ts';
import { PICTURE_SIDES } from '../body/body-side.ts';
import { clamp, median, mix } from '../scalar.ts';
import { type LegShape, legAtShare } from './leg-shape.ts';

/** From this share of the way from crotch to ankle on, trousers are meant to be full-length ... */
const FULL_LENGTH = 0.68;
/** ... and end between these shares: at the ankle, or over the shoe. */
const ANKLE = 0.99;
const OVER_SHOE = 1.07;
/** The old hem this near, in the same shares, is taken over: nothing has to be invented. */
const SAME_HEM = 0.1;
/** An old hem from here down is that of trousers. */
const TROUSERS = 0.88;
/** Below this share of the leg no hem is told from a shoe. */
const FARTHEST = 1.06;

/**
 * Where the old trousers, shorts or skirt end, as a share of the legs from hip joint to ankle;
 * null when none are seen or they end out of the picture.
 */
export function findOldLowerHem(
  person: PersonAnalysis,
  legs: { readonly [Side in PictureSide]: LegShape },
): number | null {
  const { width, height, data } = person.parts;
  const ends: number[] = [];
  for (const side of PICTURE_SIDES) {
    for (const offset of [-0.4, 0, 0.4]) {
      let end: number | null = null;
      let inside = true;
      for (let share = 0; share <= FARTHEST; share += 0.01) {
        const station = legAtShare(legs[side], share);
        const x = Math.round(station.x + offset * station.radius);
        const y = Math.round(station.y);
        inside = x >= 0 && y >= 0 && x < width && y < height;
        if (!inside) break;
        if (data[y * width + x] === PART['lower-clothes']) end = share;
      }
      if (end !== null && inside) ends.push(end);
    }
  }
  return ends.length >= 3 ? median(ends) : null;
}

/**
 * Where the legs of trousers end.
 *
 * @param natural their own length below the crotch on this body, 1 = down to the ankle.
 * @param old the old hem in the same measure; null = unknown.
 */
export function fitTrouserHem(natural: number, old: number | null): number {
  if (natural >= FULL_LENGTH) {
    const own = clamp(mix(1.04, natural, 0.25), ANKLE, OVER_SHOE);
    return old !== null && old > 0.85 ? Math.max(own, Math.min(old + 0.01, OVER_SHOE)) : own;
  }
  return old !== null && Math.abs(natural - old) < SAME_HEM / 2 ? old + 0.01 : natural;
}

/**
 * Where a skirt ends, as a share of the legs from hip joint to ankle.
 *
 * @param natural by its own length on this body.
 * @param old the old hem; trousers' tell nothing of a skirt.
 */
export function fitSkirtHem(natural: number, old: number | null): number {
  const near = old !== null && old < TROUSERS && Math.abs(natural - old) < SAME_HEM * 1.6;
  return Math.min(near ? old + 0.01 : natural, OVER_SHOE);
}
