import type { UpperBodyGarment } from '../../../garment-analysis.ts';
import { GARMENT_PART } from '../../../garment-analysis.ts';
import type { PersonAnalysis } from '../../../person-analysis.ts';
import { clothesAsOne } from '../../person-parsing/regions/clothes-as-one.ts';
import { PICTURE_SIDES, sideSign } from '../body/body-side.ts';
import { fitGarment } from '../fit/fit-garment.ts';
import { seamHalfWidth } from '../fit/front-widths.ts';
import {
  hangingMiddle,
  type LowerBody,
  legShareAt,
  measureLowerBody,
} from '../lower/lower-body.ts';
import { findOldLowerHem, fitSkirtHem } from '../lower/lower-length.ts';
import { wornHalf } from '../lower/worn-half.ts';
import type { Constraint } from '../mesh/constraint.ts';
import { clamp, median, mix } from '../scalar.ts';
import { bodiceOf } from './bodice.ts';
import type { DressFit } from './dress-fit.ts';

/** A dress's waist lies between these heights, in torso lengths below the shoulder joints. */
const HIGHEST_WAIST = 0.6;
const LOWEST_WAIST = 0.78;
/** The shortest dress still covers the seat: a share of the legs from hip joint to ankle. */
const SHORTEST = 0.17;
const ROWS = 12;
/** Columns that are held, from the middle to the side seam. */
const COLUMNS = [-0.66, -0.33, 0, 0.33, 0.66] as const;
const SIDE_WEIGHT = 10;
const HEM_WEIGHT = 16;
const FRONT_WEIGHT = 5;
const HEM_FRONT_WEIGHT = 8;

/** The hem's own row in a column of the flat dress. */
function hemRow(garment: UpperBodyGarment, x: number): number {
  const { width, height, data } = garment.alpha;
  const column = clamp(Math.round(x), 0, width - 1);
  let y = height - 1;
  while (y > garment.top && !(data[y * width + column]! > 0.5)) y--;
  return y;
}

/** Where a dress ends, in pixels below the shoulder joints. */
function placeHem(person: PersonAnalysis, body: LowerBody, natural: number): number {
  const { torsoLength } = person.frame;
  const oldHem = findOldLowerHem(clothesAsOne(person, 'lower'), body.legs);
  const hem = Math.max(SHORTEST, fitSkirtHem(legShareAt(body, natural), oldHem));
  return mix(torsoLength, body.ankleBelow, hem);
}

/**
 * Works out where a dress lies on this person: its bodice like a top that ends at the waist, its
 * skirt hanging from there over the hips to its own length.
 */
export function fitDress(
  garment: UpperBodyGarment,
  waist: number,
  person: PersonAnalysis,
): DressFit {
  const { torsoLength } = person.frame;
  const body = measureLowerBody(person);
  const bodice = fitGarment(bodiceOf(garment, waist), person, 'auto', (own) =>
    clamp(own, HIGHEST_WAIST * torsoLength, LOWEST_WAIST * torsoLength),
  );
  const { scale } = bodice;
  const waistBelow = bodice.hem.hem;
  const [bodiceAcross, , , bodiceAlong] = bodice.stretch[GARMENT_PART.torso]!;
  const length = Math.max(8, garment.hem - waist);
  const natural = waistBelow + length * Math.sqrt(scale * bodiceAlong);
  const hemBelow = placeHem(person, body, natural);
  const along = (hemBelow - waistBelow) / length;

  const constraints = [...bodice.constraints];
  const scales: number[] = [];
  const part = GARMENT_PART.torso;
  for (let row = 1; row <= ROWS; row++) {
    const y = mix(waist, garment.hem, row / ROWS);
    const below = mix(waistBelow, hemBelow, row / ROWS);
    const middle = hangingMiddle(body, below);
    const last = row === ROWS;
    const halves = { left: 0, right: 0 };
    for (const side of PICTURE_SIDES) {
      const flat = seamHalfWidth(garment[side], garment.middle, y);
      halves[side] = wornHalf(body, side, below, flat * scale);
      scales.push(halves[side] / Math.max(8, flat));
    }
    const hold = (u: number, weight: number): Constraint => {
      const side = u < 0 ? 'left' : 'right';
      const x = garment.middle + u * seamHalfWidth(garment[side], garment.middle, y);
      const own = last ? hemRow(garment, x) : y;
      return {
        source: { x, y: own },
        target: { x: middle.x + u * halves[side], y: middle.y + (own - y) * along },
        weight,
        part,
      };
    };
    for (const side of PICTURE_SIDES) {
      constraints.push(hold(sideSign(side), last ? HEM_WEIGHT : SIDE_WEIGHT));
    }
    for (const u of COLUMNS) constraints.push(hold(u, last ? HEM_FRONT_WEIGHT : FRONT_WEIGHT));
  }
  return {
    ...bodice,
    constraints,
    hem: { hem: hemBelow, tuckedAt: null },
    skirt: {
      waist,
      middle: garment.middle,
      across: median(scales) / bodiceAcross,
      along: along / bodiceAlong,
    },
    legs: body.legs,
    crotchBelow: body.crotchBelow,
  };
}
