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
const DRESS_LENGTH = 2.3;

/**
 * Decides by shape alone: legs or a straight waistband make a lower-body garment, a long body
 * below a bodice a dress, anything else an upper-body garment.
 */
export function decideCategory(outline: Outline, landmarks: UpperLandmarks): CategoryDecision {
  const legs = legSplit(outline);
  const waistband = landmarks.left.sleeved ? 0 : waistbandLikeness(outline);
  const lower = Math.max(legs, waistband);
  const length = outline.height / bodiceWidth(outline, landmarks);
  const dress = 1 / (1 + Math.exp(-(length - DRESS_LENGTH) / 0.12));
  if (lower > 0.5) return { category: 'lower', confidence: lower };
  const sure = (1 - lower) * Math.max(dress, 1 - dress);
  return { category: dress > 0.5 ? 'dress' : 'upper', confidence: sure };
}

/** Width between the armpits, or of the narrowest place below them when that is less. */
function bodiceWidth(outline: Outline, landmarks: UpperLandmarks): number {
  const { left, right } = landmarks;
  const atArmpits = right.armpit.x - left.armpit.x;
  let narrowest = atArmpits;
  const from = Math.round(Math.max(left.armpit.y, right.armpit.y));
  const to = Math.round(from + 0.5 * (landmarks.hemRow - from));
  for (let y = from; y < to; y++) {
    const width = left.edge.out[y]! + right.edge.out[y]!;
    if (width < narrowest) narrowest = width;
  }
  return Math.max(0.1 * outline.width, 0.5 * (atArmpits + narrowest));
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
    let run = 0;
    for (let x = left; x <= left + width; x++) {
      if (x < left + width && mask.data[y * mask.width + x]) {
        if (run === 0 && runs > 0 && gap > 1) gapMiddle = x - gap / 2;
        run++;
        gap = 0;
      } else {
        if (run > 0.12 * width) {
          runs++;
          longest = Math.max(longest, run);
        }
        if (run > 0) gap = 0;
        run = 0;
        gap++;
      }
    }
    const central = Math.abs(gapMiddle - (left + width / 2)) < 0.2 * width;
    if (runs === 2 && central && longest < 0.6 * width) split++;
  }
  return Math.min(1, (1.6 * split) / (to - from));
}

/** How much the top edge looks like a waistband: straight, level, nearly as wide as what follows. */
function waistbandLikeness(outline: Outline): number {
  const { topOf, x: left, y: top, width, height } = outline;
  const level = top + 0.035 * height;
  let first = -1;
  let last = -1;
  let below = 0;
  for (let x = left; x < left + width; x++) {
    if (topOf[x]! > level) continue;
    if (first < 0) first = x;
    last = x;
  }
  for (let x = first; x <= last; x++) if (topOf[x]! > level) below++;
  const span = last - first + 1;
  const solid = 1 - below / span;
  const rowWidth = widthAt(outline, Math.round(top + 0.15 * height));
  const narrowing = span / (rowWidth || 1);
  const wide = span / width;
  const straight = narrowing > 0.78 && solid > 0.9 ? 1 : 0;
  return straight * Math.min(1, Math.max(0, (wide - 0.25) / 0.25));
}

function widthAt(outline: Outline, y: number): number {
  const { mask, x: left, width } = outline;
  let first = -1;
  let last = -2;
  for (let x = left; x < left + width; x++) {
    if (!mask.data[y * mask.width + x]) continue;
    if (first < 0) first = x;
    last = x;
  }
  return last - first + 1;
}
