import type { Point } from '@proteus/raster/types.ts';
import type { LowerBodyGarment } from '../../../garment-analysis.ts';
import { LOWER_PART } from '../../../garment-analysis.ts';
import type { PictureSide } from '../body/body-side.ts';
import { PICTURE_SIDES, sideSign } from '../body/body-side.ts';
import { pointInFrame } from '../body/frame-coordinates.ts';
import type { Constraint, Stretch } from '../mesh/constraint.ts';
import { clamp, median, mix, smoothStep } from '../scalar.ts';
import { fitWaistband } from './fit-waistband.ts';
import { innerEdge, outerEdge } from './flat-edges.ts';
import { legAtShare } from './leg-shape.ts';
import { hangingMiddle, type LowerBody, lowerHalfWidth } from './lower-body.ts';
import type { LowerFit } from './lower-fit.ts';
import { findOldLowerHem, fitTrouserHem } from './lower-length.ts';
import { findWaistLine, type WaistLine, waistBelow } from './waist-line.ts';

/** Cloth lies this far off hips and legs. */
const EASE = 1.04;
/** At the seat cloth is at most this much wider than the body. */
const SEAT_EASE = 1.14;
/** Flat photos show trousers as wide as they are worn up to half as wide again; this lies between. */
const FLATNESS = 1.12;
/** Where along the rise the hips are widest. */
const HIP_ROW = 0.62;
/** A waist that is not seen lies between these heights, in torso lengths. */
const HIGHEST_WAIST = 0.66;
const LOWEST_WAIST = 0.92;
/** How far below the body's crotch that of the garment may hang, in torso lengths. */
const LOW_CROTCH = 0.06;
/** Legs of cloth under a low crotch begin at this share of their way from the body's at the latest: shorts have short ones. */
const LATEST_LEG = 0.4;
const SEAT_ROWS = 4;
const LEG_ROWS = 12;
/** Inseams are hardly longer than this against the rise: a crotch found higher is a fold. */
const LONGEST_INSEAM = 3.1;
/** Down to this share of the leg its outer edge comes from the seat's. */
const SEAT_BLEND = 0.3;
/** Down to this share of the leg its inner edge belongs to the crotch. */
const CROTCH_BLEND = 0.22;

interface Measures {
  readonly waist: WaistLine;
  readonly waistRow: number;
  readonly crotch: Point;
  /** Picture pixels per garment pixel across. */
  readonly across: number;
  /** The crotch on the body, pixels below the shoulder joints. */
  readonly crotchBelow: number;
  /** Where the cloth's legs begin and end, as shares of the body's. */
  readonly legFrom: number;
  readonly hem: number;
}

function flatWidth(garment: LowerBodyGarment, y: number): number {
  return Math.max(8, outerEdge(garment, 'right', y) - outerEdge(garment, 'left', y));
}

function bodyWidth(body: LowerBody, below: number): number {
  return lowerHalfWidth(body, 'left', below) + lowerHalfWidth(body, 'right', below);
}

function measure(garment: LowerBodyGarment, crotch: Point, body: LowerBody): Measures {
  const { torsoLength } = body.person.frame;
  const waistRow = (garment.left.waist.y + garment.right.waist.y) / 2;
  const rise = Math.max(8, crotch.y - waistRow);
  const hipWidth = flatWidth(garment, mix(waistRow, crotch.y, HIP_ROW));
  const across = (bodyWidth(body, 1.02 * torsoLength) * EASE) / hipWidth;
  const byWidth = across * FLATNESS;
  const found = findWaistLine(body.person);
  const byRise = (body.crotchBelow - found.middle) / rise;
  const along = found.seen ? Math.sqrt(byWidth * byRise) : byWidth;
  let waist = found;
  if (!found.seen) {
    const own = body.crotchBelow - rise * along;
    const middle = clamp(own, HIGHEST_WAIST * torsoLength, LOWEST_WAIST * torsoLength);
    const shift = middle - found.middle;
    waist = { ...found, middle, left: found.left + shift, right: found.right + shift };
  }
  const { crotchShare } = body;
  const toAnkle = (body.legs.left.joints.length + body.legs.right.joints.length) / 2;
  const inseam = garment.hem - crotch.y;
  const natural = (inseam * along) / Math.max(1, toAnkle * (1 - crotchShare));
  const old = findOldLowerHem(body.person, body.legs);
  const oldShare = old === null ? null : (old - crotchShare) / (1 - crotchShare);
  const hem = mix(crotchShare, 1, fitTrouserHem(natural, oldShare));
  const crotchBelow = clamp(
    waist.middle + rise * along,
    body.crotchBelow,
    body.crotchBelow + LOW_CROTCH * torsoLength,
  );
  const lower = crotchShare + (crotchBelow - body.crotchBelow) / toAnkle;
  const legFrom = Math.min(lower, mix(crotchShare, hem, LATEST_LEG));
  return { waist, waistRow, crotch, across, crotchBelow, legFrom, hem };
}

function fitSeatSide(
  garment: LowerBodyGarment,
  side: PictureSide,
  body: LowerBody,
  measures: Measures,
): Constraint[] {
  const { frame } = body.person;
  const { waist, waistRow, crotch, across, crotchBelow } = measures;
  const sign = sideSign(side);
  return Array.from({ length: SEAT_ROWS }, (_, index): Constraint => {
    const share = (index + 1) / SEAT_ROWS;
    const y = mix(waistRow, crotch.y, share);
    const x = outerEdge(garment, side, y);
    const below = mix(waistBelow(waist, sign * 0.4), crotchBelow, share);
    const own = lowerHalfWidth(body, side, below);
    const half = clamp(Math.abs(x - garment.middle) * across, own * EASE, own * SEAT_EASE);
    const middle = hangingMiddle(body, below);
    return {
      source: { x, y },
      target: {
        x: middle.x + sign * half * frame.right.x,
        y: middle.y + sign * half * frame.right.y,
      },
      weight: 10,
      part: partAt(garment, { x: x - 3 * sign, y }, LOWER_PART.seat),
    };
  });
}

/**
 * Holds one leg's edges on both sides of the bone, the outer one going on from the seat's; the
 * widths' scales go to `scales`.
 *
 * @param seat where the seat's edge ends.
 */
function fitLeg(
  garment: LowerBodyGarment,
  side: PictureSide,
  body: LowerBody,
  measures: Measures,
  seat: Point,
  scales: number[],
): Constraint[] {
  const { crotch, across, legFrom, hem } = measures;
  const part = side === 'left' ? LOWER_PART.leftLeg : LOWER_PART.rightLeg;
  const shape = body.legs[side];
  const hemRow = (garment[side].hem.y + garment[side].innerHem.y) / 2;
  const sign = sideSign(side);
  const constraints: Constraint[] = [];
  for (let row = 1; row <= LEG_ROWS; row++) {
    const down = row / LEG_ROWS;
    const y = mix(crotch.y, hemRow, down);
    const outer = outerEdge(garment, side, y);
    const inner = innerEdge(garment, side, y);
    const flatHalf = Math.max(4, Math.abs(outer - inner) / 2);
    const share = mix(legFrom, hem, down);
    const station = legAtShare(shape, share);
    const before = legAtShare(shape, share - 0.04);
    const after = legAtShare(shape, share + 0.04);
    const length = Math.hypot(after.x - before.x, after.y - before.y) || 1;
    // Across the leg, towards the picture's right.
    const normal = { x: (after.y - before.y) / length, y: (before.x - after.x) / length };
    const half = Math.max(station.radius * EASE, flatHalf * across);
    scales.push(half / flatHalf);
    const weight = row === LEG_ROWS ? 16 : 9;
    const at = (offset: number): Point => ({
      x: station.x + normal.x * offset,
      y: station.y + normal.y * offset,
    });
    const seatHalf = sign * ((seat.x - station.x) * normal.x + (seat.y - station.y) * normal.y);
    const outerHalf = mix(seatHalf, half, smoothStep(0, SEAT_BLEND, down));
    constraints.push({ source: { x: outer, y }, target: at(sign * outerHalf), weight, part });
    const ownEdge = smoothStep(0, CROTCH_BLEND, down);
    if (ownEdge < 0.3) continue;
    constraints.push({
      source: { x: inner, y },
      target: at(-sign * half),
      weight: weight * ownEdge,
      part,
    });
  }
  return constraints;
}

/** The part that a place of the flat garment belongs to. */
function partAt(garment: LowerBodyGarment, { x, y }: Point, fallback: number): number {
  const { width, height, data } = garment.parts;
  const column = clamp(Math.round(x), 0, width - 1);
  return data[clamp(Math.round(y), 0, height - 1) * width + column] || fallback;
}

/** The crotch, moved down where it lies higher than trousers are cut. */
function plausibleCrotch(garment: LowerBodyGarment, found: Point): Point {
  const waistRow = (garment.left.waist.y + garment.right.waist.y) / 2;
  const least = (garment.hem - waistRow) / (1 + LONGEST_INSEAM);
  return { x: found.x, y: Math.max(found.y, waistRow + least) };
}

/**
 * Works out where trousers or shorts lie on this person: the waistband at the waist, the seat as
 * wide as the hips, the legs along the bones, each as wide as cut but never narrower than its leg.
 */
export function fitTrousers(garment: LowerBodyGarment, found: Point, body: LowerBody): LowerFit {
  const { frame } = body.person;
  const crotch = plausibleCrotch(garment, found);
  const measures = measure(garment, crotch, body);
  const { waist, waistRow, crotchBelow, legFrom, hem } = measures;
  const constraints = fitWaistband(garment, body, waist);
  const legScales: number[] = [];
  for (const side of PICTURE_SIDES) {
    const seatSide = fitSeatSide(garment, side, body, measures);
    const seatEnd = seatSide.at(-1)!.target;
    constraints.push(...seatSide, ...fitLeg(garment, side, body, measures, seatEnd, legScales));
  }
  const middle = hangingMiddle(body, crotchBelow);
  constraints.push({
    source: crotch,
    target: middle,
    weight: 20,
    part: partAt(garment, { x: crotch.x - 3, y: crotch.y }, LOWER_PART.seat),
  });
  const fly = mix(waistRow, crotch.y, 0.5);
  constraints.push({
    source: { x: crotch.x, y: fly },
    target: pointInFrame(frame, 0, mix(waist.middle, crotchBelow, 0.5)),
    weight: 6,
    part: LOWER_PART.seat,
  });
  const seatAlong = (crotchBelow - waist.middle) / Math.max(8, crotch.y - waistRow);
  const legLength = (body.legs.left.joints.length + body.legs.right.joints.length) / 2;
  const legAlong = ((hem - legFrom) * legLength) / Math.max(8, garment.hem - crotch.y);
  const seat: Stretch = [measures.across, 0, 0, seatAlong];
  const leg: Stretch = [median(legScales), 0, 0, legAlong];
  return { constraints, stretch: [seat, seat, leg, leg], waist, hem, legs: body.legs };
}
