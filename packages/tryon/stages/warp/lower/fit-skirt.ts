import type { LowerBodyGarment } from '../../../garment-analysis.ts';
import { LOWER_PART } from '../../../garment-analysis.ts';
import { PICTURE_SIDES, sideSign } from '../body/body-side.ts';
import type { Constraint, Stretch } from '../mesh/constraint.ts';
import { clamp, median, mix } from '../scalar.ts';
import { fitWaistband } from './fit-waistband.ts';
import { outerEdge } from './flat-edges.ts';
import { hangingMiddle, type LowerBody, legShareAt, lowerHalfWidth } from './lower-body.ts';
import type { LowerFit } from './lower-fit.ts';
import { findOldLowerHem, fitSkirtHem } from './lower-length.ts';
import { findWaistLine, type WaistLine, waistBelow } from './waist-line.ts';
import { wornHalf } from './worn-half.ts';

/** Cloth lies this far off the body. */
const EASE = 1.04;
/** Where across the hem is held, as shares of the way from its middle to its corners. */
const HEM_SHARES = [-0.66, -0.33, 0, 0.33, 0.66] as const;
const ROWS = 9;
/** Mannequins' waists are this narrow against their wearers'. */
const LEAST_WAIST = 0.78;

/** Width of the hips in the clothes shops' models wear, in their height from shoulders to ankles. */
const USUAL_HIPS = 0.259;
/** Skirts are cut for a waist at this height, in torso lengths; from a lower one they hang lower by less than that. */
const USUAL_WAIST = 0.7;
const NOT_LOWERED = 0.6;
/** Beyond these factors the hips or the ankles were measured wrong. */
const SHORTER = 0.75;
const LONGER = 1.1;

/** The hem's own row in a column of the flat skirt. */
function hemRow(garment: LowerBodyGarment, x: number): number {
  const { width, data } = garment.alpha;
  const column = Math.min(width - 1, Math.max(0, Math.round(x)));
  let y = Math.ceil(garment.hem);
  while (y > garment.top && !(data[y * width + column]! > 0.5)) y--;
  return y;
}

/**
 * Picture pixels per garment pixel, by the hips; the waist bounds it, for flared skirts lie far
 * wider than hips.
 */
function measureScale(
  garment: LowerBodyGarment,
  body: LowerBody,
  line: WaistLine,
  waistRow: number,
): number {
  const flatWidth = (y: number) =>
    Math.max(8, outerEdge(garment, 'right', y) - outerEdge(garment, 'left', y));
  const bodyWidth = (below: number) =>
    lowerHalfWidth(body, 'left', below) + lowerHalfWidth(body, 'right', below);
  const hips = body.person.frame.torsoLength;
  const byWaist = (bodyWidth(line.middle) * EASE) / flatWidth(waistRow);
  const hipRow = waistRow + Math.max(0, hips - line.middle) / byWaist;
  const byHips = (bodyWidth(hips) * EASE) / flatWidth(Math.min(hipRow, garment.hem));
  return clamp(byHips, LEAST_WAIST * byWaist, byWaist);
}

/**
 * How much longer than by their scale skirts are on this body: larger sizes are wider, hardly longer, so that a
 * hem lies as high on one person as on another of the same height.
 */
function lengthByHeight(body: LowerBody): number {
  const { torsoLength } = body.person.frame;
  const hips =
    lowerHalfWidth(body, 'left', torsoLength) + lowerHalfWidth(body, 'right', torsoLength);
  return clamp((USUAL_HIPS * body.ankleBelow) / hips, SHORTER, LONGER);
}

/** Works out where a skirt lies on this person: it hangs from waist and hips. */
export function fitSkirt(garment: LowerBodyGarment, body: LowerBody): LowerFit {
  const { frame } = body.person;
  const found = findWaistLine(body.person);
  const waistRow = (garment.left.waist.y + garment.right.waist.y) / 2;
  const length = Math.max(8, garment.hem - waistRow);
  const scale = measureScale(garment, body, found, waistRow);
  const lower = Math.max(0, found.middle - USUAL_WAIST * frame.torsoLength);
  const hangsFrom = found.middle - NOT_LOWERED * lower;
  const natural = legShareAt(body, hangsFrom + length * scale * lengthByHeight(body));
  const hem = fitSkirtHem(natural, findOldLowerHem(body.person, body.legs));
  const hemBelow = mix(frame.torsoLength, body.ankleBelow, hem);
  const along = (hemBelow - found.middle) / length;

  const part = LOWER_PART.seat;
  const constraints: Constraint[] = fitWaistband(garment, body, found);
  const scales: number[] = [];
  for (const side of PICTURE_SIDES) {
    const sign = sideSign(side);
    for (let row = 1; row <= ROWS; row++) {
      const y = mix(waistRow, garment[side].hem.y, row / ROWS);
      const x = outerEdge(garment, side, y);
      const start = waistBelow(found, sign * 0.4);
      const below = mix(start, hemBelow, (y - waistRow) / length);
      const flatHalf = Math.abs(x - garment.middle);
      const half = wornHalf(body, side, below, flatHalf * scale);
      const middle = hangingMiddle(body, below);
      scales.push(half / Math.max(8, flatHalf));
      constraints.push({
        source: { x, y },
        target: { x: middle.x + sign * half, y: middle.y },
        weight: row === ROWS ? 16 : 10,
        part,
      });
    }
  }
  for (const share of HEM_SHARES) {
    const side = share < 0 ? 'left' : 'right';
    const corner = garment[side].hem.x;
    const x = garment.middle + Math.abs(share) * (corner - garment.middle);
    const y = hemRow(garment, x);
    const below = hemBelow + (y - garment.hem) * along;
    const middle = hangingMiddle(body, below);
    const flatHalf = Math.abs(corner - garment.middle) * scale;
    const half = wornHalf(body, side, hemBelow, flatHalf);
    constraints.push({
      source: { x, y },
      target: { x: middle.x + share * half, y: middle.y },
      weight: 8,
      part,
    });
  }
  const stretch: Stretch = [median(scales), 0, 0, along];
  return {
    constraints,
    stretch: [stretch, stretch, stretch, stretch],
    waist: found,
    hem,
    legs: body.legs,
  };
}
