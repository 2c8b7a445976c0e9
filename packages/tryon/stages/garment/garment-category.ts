import type { GarmentCategory } from '@proteus/contracts/jobs/category.ts';
import type { Outline } from './outline.ts';
import type { UpperLandmarks } from './side-landmarks.ts';

/** What kind of garment an outline shows, and how clearly. */
export interface CategoryDecision {
  readonly category: GarmentCategory;
  /** 0 to 1. */
  readonly confidence: number;
}

/** A garment longer than this many of its bodice's widths is a dress. */
const DRESS_LENGTH = 2.6;
/** A waistband is level within this part of the height. */
const LEVEL = 0.03;
/** Where the waist of a dress lies at the lowest, in parts of its length. */
const WAIST = 0.42;

/**
 * Decides by shape alone: legs or a straight waistband make a lower-body garment, a long body
 * below a bodice a dress, anything else an upper-body garment.
 */
export function decideCategory(outline: Outline, landmarks: UpperLandmarks): CategoryDecision {
  const legs = legSplit(outline);
  const waistband = landmarks.left.sleeved ? 0 : waistbandLikeness(outline);
  const lower = Math.max(legs, waistband);
  const length =
    (landmarks.hemRow - outline.y) / bodiceWidth(outline, landmarks) + flare(landmarks);
  const dress = 1 / (1 + Math.exp(-(length - DRESS_LENGTH) / 0.12));
  if (lower > 0.5) return { category: 'lower', confidence: lower };
  const sure = (1 - lower) * Math.max(dress, 1 - dress);
  return { category: dress > 0.5 ? 'dress' : 'upper', confidence: sure };
}

/** Widest place of the torso between the armpits and the waist. */
function bodiceWidth(outline: Outline, landmarks: UpperLandmarks): number {
  const { left, right, hemRow } = landmarks;
  const from = Math.ceil(Math.max(left.edge.from, right.edge.from));
  const waist = outline.y + WAIST * (hemRow - outline.y);
  let widest = right.armpit.x - left.armpit.x;
  for (let y = from; y < waist; y++) {
    const width = left.edge.out[y]! + right.edge.out[y]!;
    if (width > widest) widest = width;
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

/** Share of the rows in the lower half with backdrop between two legs, 0 to 1. */
function legSplit(outline: Outline): number {
  const { mask, x: left, y: top, width, height } = outline;
  const from = Math.round(top + 0.5 * height);
  const to = Math.round(top + 0.96 * height);
  let split = 0;
  for (let y = from; y < to; y++) {
    let runs = 0;
    let longest = 0;
    let gap = 0;
    let gapMiddle = 0;
    let widest = 0;
    let total = 0;
    let run = 0;
    for (let x = left; x <= left + width; x++) {
      if (x < left + width && mask.data[y * mask.width + x]) {
        if (run === 0 && runs > 0 && gap > 1) {
          gapMiddle = x - gap / 2;
          widest = gap;
        }
        run++;
        gap = 0;
      } else {
        if (run > 0.12 * width) {
          runs++;
          total += run;
          longest = Math.max(longest, run);
        }
        if (run > 0) gap = 0;
        run = 0;
        gap++;
      }
    }
    const central = Math.abs(gapMiddle - (left + width / 2)) < 0.2 * width;
    if (runs === 2 && central && longest < 0.6 * width && widest < total) split++;
  }
  return Math.min(1, (1.6 * split) / (to - from));
}

/**
 * How much the top looks like a waistband: level, closed, and from there on the garment only grows
 * wider, while a top has a neckline, and below its shoulders armholes or sleeves.
 */
function waistbandLikeness(outline: Outline): number {
  const { topOf, x: left, y: top, width, height } = outline;
  const level = top + LEVEL * height;
  let first = -1;
  let last = -1;
  for (let x = left; x < left + width; x++) {
    if (topOf[x]! > level) continue;
    if (first < 0) first = x;
    last = x;
  }
  const span = last - first + 1;
  let below = 0;
  for (let x = first; x <= last; x++) if (topOf[x]! > level) below++;
  if (below > 0.08 * span) return 0;
  let widest = span;
  for (let part = 0.04; part <= 0.34; part += 0.02) {
    const here = widthAt(outline, Math.round(top + part * height));
    if (here < 0.97 * widest) return 0;
    if (here > 1.6 * span) return 0;
    widest = Math.max(widest, here);
  }
  return Math.min(1, Math.max(0, (span / widthAt(outline, level) - 0.8) / 0.15));
}

function widthAt(outline: Outline, y: number): number {
  const { mask, x: left, width } = outline;
  const row = Math.round(y) * mask.width;
  let first = -1;
  let last = -2;
  for (let x = left; x < left + width; x++) {
    if (!mask.data[row + x]) continue;
    if (first < 0) first = x;
    last = x;
  }
  return last - first + 1;
}
