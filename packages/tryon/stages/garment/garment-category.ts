import type { GarmentCategory } from '@proteus/contracts/jobs/category.ts';
import { findLegGap } from './lower/leg-gap.ts';
import { legLikeness } from './lower/leg-likeness.ts';
import { findWaistRow } from './lower/waist-row.ts';
import { waistbandLikeness } from './lower/waistband-likeness.ts';
import { ramp } from './matte/ramp.ts';
import type { Outline } from './outline/outline.ts';
import { rowWidths } from './outline/row-widths.ts';
import type { UpperLandmarks } from './outline/side-landmarks.ts';

/** What kind of garment an outline shows, and how clearly. */
export interface CategoryDecision {
  readonly category: GarmentCategory;
  /** 0 to 1. */
  readonly confidence: number;
}

/** A garment longer than this many of its bodice's widths is a dress, and how soft that is. */
const DRESS_LENGTH = 2.65;
const DRESS_SOFTNESS = 0.14;
/** Height in bodice widths of something with legs: a top with a slit, a jumpsuit. */
const JUMPSUIT = [2.5, 3] as const;
/** By so much longer may a top be whose sleeves hang down to its hem. */
const LONG_SLEEVES = 0.35;
/** A waist is narrower than this part of the cloth above it. */
const NARROWED = 0.97;
/** Depth of a neckline in parts of its width: none, clear. */
const NECKLINE = [0.2, 0.35] as const;
/** How much narrower a waist is than what lies above and below it: none, clear. */
const WAIST_DEPTH = [0.05, 0.14] as const;
/** Between this and its counterpart the outline leaves doubt. */
const DOUBT = 0.05;
/** A waist below this part of the height has a bodice above it, not a ruffle. */
const RUFFLE = 0.13;

/**
 * Decides by shape: legs or a waistband make a lower-body garment, unless there is a bodice above
 * the waist or a neckline; a long body below a bodice, or legs, make a dress; anything else is a
 * top.
 *
 * @param measureNeckline depth of the neckline over its width, 0 without one; asked for only when
 * the outline leaves doubt.
 */
export function decideCategory(
  outline: Outline,
  landmarks: UpperLandmarks,
  measureNeckline: () => number,
): CategoryDecision {
  const widths = rowWidths(outline);
  const gap = findLegGap(outline);
  const legs = gap === null ? 0 : legLikeness(outline, gap, widths);
  const bodice = bodiceLikeness(outline, widths, gap?.top ?? outline.y + outline.height);
  const waistband = waistbandLikeness(outline, widths) * (1 - bodice);
  const sleeved = landmarks.left.sleeved && landmarks.right.sleeved;
  const trousers = legs * (1 - bodice) * (sleeved ? waistband : 0.5 + 0.5 * waistband);
  let lower = 1 - (1 - trousers) * (1 - (sleeved ? 0 : waistband));
  if (lower > DOUBT && lower < 1 - DOUBT) {
    lower *= ramp(measureNeckline(), NECKLINE[1], NECKLINE[0]);
  }
  if (lower > 0.5) return { category: 'lower', confidence: lower };
  const long = dressLikeness(outline, landmarks);
  const tall = outline.height / bodiceWidth(outline, landmarks);
  const dress = 1 - (1 - long) * (1 - legs * ramp(tall, JUMPSUIT[0], JUMPSUIT[1]));
  const sure = (1 - lower) * Math.max(dress, 1 - dress);
  return { category: dress > 0.5 ? 'dress' : 'upper', confidence: sure };
}

function dressLikeness(outline: Outline, landmarks: UpperLandmarks): number {
  const { left, right, hemRow } = landmarks;
  const length = (hemRow - outline.y) / bodiceWidth(outline, landmarks);
  const sleeves = left.sleeved && right.sleeved && reachHem(outline, landmarks) ? LONG_SLEEVES : 0;
  const beyond = length + flare(landmarks) - sleeves - DRESS_LENGTH;
  return 1 / (1 + Math.exp(-beyond / DRESS_SOFTNESS));
}

/** Whether cloth beside the torso reaches down to the hem on both sides. */
function reachHem({ bottomOf, height }: Outline, { left, right, hemRow }: UpperLandmarks): boolean {
  const lowest = hemRow - 0.04 * height;
  const besideLeft = bottomOf.subarray(0, Math.max(0, Math.floor(left.hem.x) - 1));
  const besideRight = bottomOf.subarray(Math.ceil(right.hem.x) + 2);
  return besideLeft.some((row) => row > lowest) && besideRight.some((row) => row > lowest);
}

/**
 * Widest place of the torso between the armpits and the waist; of a garment that only grows wider
 * from the armpits down, its width where a waist would lie at the lowest.
 */
function bodiceWidth(outline: Outline, landmarks: UpperLandmarks): number {
  const { left, right, hemRow } = landmarks;
  const from = Math.ceil(Math.max(left.edge.from, right.edge.from));
  const chest = right.armpit.x - left.armpit.x;
  const waist = findWaistRow(left, right, hemRow);
  const lowest = Math.min(hemRow, Math.round(from + chest));
  let widest = chest;
  let narrowed = false;
  for (let y = from; y < lowest && !(narrowed && y > waist); y++) {
    const width = left.edge.out[y]! + right.edge.out[y]!;
    if (width > widest) widest = width;
    if (y <= waist && width < NARROWED * widest) narrowed = true;
  }
  return Math.max(0.1 * outline.width, widest);
}

/** How much the hem is wider than the waist, beyond what tops have: a skirt part. */
function flare(landmarks: UpperLandmarks): number {
  const { left, right, hemRow } = landmarks;
  const from = Math.ceil(Math.max(left.edge.from, right.edge.from));
  const widthOf = (y: number) => left.edge.out[y]! + right.edge.out[y]!;
  let waist = widthOf(from);
  for (let y = from; y < from + 0.5 * (hemRow - from); y++) waist = Math.min(waist, widthOf(y));
  const hem = right.hem.x - left.hem.x;
  return Math.max(0, hem / Math.max(waist, 1) - 1.3);
}

/** Whether there is a waist with wider cloth above it as well as below: a bodice, 0 to 1. */
function bodiceLikeness(outline: Outline, widths: Int32Array, crotch: number): number {
  const { y: top, height } = outline;
  const to = Math.min(crotch, top + height);
  const below = new Int32Array(to + 1);
  for (let y = to - 1; y >= top; y--) below[y] = Math.max(below[y + 1]!, widths[y]!);
  let above = 0;
  let clearest = 0;
  for (let y = top; y < to; y++) {
    above = Math.max(above, widths[y]!);
    if (y < top + RUFFLE * height) continue;
    const depth = Math.min(above, below[y]!) / Math.max(1, widths[y]!) - 1;
    clearest = Math.max(clearest, ramp(depth, WAIST_DEPTH[0], WAIST_DEPTH[1]));
  }
  return clearest;
}
