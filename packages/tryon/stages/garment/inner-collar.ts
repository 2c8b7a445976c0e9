import type { LabImage, Mask, Plane, Point } from '@proteus/raster/types.ts';
import {
  type Neckline,
  type NecklineCurve,
  type NecklineShape,
  necklineRow,
} from './neckline-shape.ts';
import { fallProfile, neckRegion, stepAcross } from './neckline-step.ts';
import { isInside } from './outline.ts';
import { refineNeckline } from './refine-neckline.ts';

/** V, deep V, parabola, ellipse and square. */
const SHAPES: readonly NecklineShape[] = [
  [1, 1],
  [1.5, 1],
  [2, 1],
  [2, 0.5],
  [2, 0.7],
  [4, 1],
].flatMap(([power, root]) =>
  [0, 0.06].map((inset) => ({
    power: power!,
    root: root!,
    insetLeft: inset,
    insetRight: inset,
  })),
);
/** Refined curves weaker than this are doubtful; coarse ones may miss a seam by a little. */
const LEAST_STRENGTH = 1.3;
const PROMISING = 0.4;
/** So many coarse curves are refined, this far apart in parts of the garment's height. */
const CANDIDATES = 8;
const APART = 0.01;
/** Depth of a neckline over its width above which it is doubtful, and how softly. */
const DEEP = 0.65;
const DEEP_RANGE = 0.15;
/** Of two necklines as clear, the shallower one is likelier, by this range of the same. */
const USUAL = 0.83;
/** Depth of a neckline over its width below which it is doubtful, and how softly. */
const SHALLOW = 0.2;
const SHALLOW_RANGE = 0.03;
/** Widest neckband in parts of the garment's height, and how strong its upper edge must be. */
const RIB = 0.035;
const RIB_STRENGTH = 0.65;

/**
 * Looks for the front neckline below which the garment's front begins, where the photo also shows
 * the inside of its back: of all V- and U-shaped curves between the collar points, the one with
 * the largest and most even colour step from inside to front. Free seams would lock onto prints.
 *
 * @returns null when no curve is clear enough (a polo neck, an open neckline, one flat colour).
 */
export function findNeckline(
  lab: LabImage,
  mask: Mask,
  left: Point,
  right: Point,
  garmentHeight: number,
): Neckline | null {
  const across = right.x - left.x;
  if (across < 0.05 * garmentHeight || isPoloNeck(mask, left, right, garmentHeight)) return null;
  const deepest = Math.min(0.4 * garmentHeight, 1.3 * across);
  const region = neckRegion(lab, left, right, deepest);
  const offset = Math.max(2, 0.0055 * garmentHeight);
  const strengthOf = (curve: NecklineCurve, profile = fallProfile(curve.shape)) => {
    const step = stepAcross(region, mask, curve, profile, offset);
    return step * plausibility(curve.depth / across);
  };
  const found: Neckline[] = [];
  for (const shape of SHAPES) {
    const profile = fallProfile(shape);
    for (let depth = 0.025 * garmentHeight; depth < deepest; depth += 0.003 * garmentHeight) {
      const curve = { left, right, shape, depth };
      const strength = strengthOf(curve, profile);
      if (strength > PROMISING) found.push({ ...curve, strength });
    }
  }
  const refined = mostPromising(found, APART * garmentHeight)
    .map((curve) => refineNeckline(curve, strengthOf, garmentHeight))
    .filter(({ strength }) => strength > LEAST_STRENGTH);
  return upperEdge(refined, RIB * garmentHeight);
}

/** The strongest curves, each the best of its depth. */
function mostPromising(found: readonly Neckline[], apart: number): readonly Neckline[] {
  const chosen: Neckline[] = [];
  for (const curve of found.toSorted((a, b) => b.strength - a.strength)) {
    if (chosen.some(({ depth }) => Math.abs(depth - curve.depth) < apart)) continue;
    chosen.push(curve);
    if (chosen.length === CANDIDATES) break;
  }
  return chosen;
}

/**
 * Shallow curves follow the seam of the back collar, deep ones prints on the chest.
 *
 * @param ratio depth over width.
 */
function plausibility(ratio: number): number {
  const shallow = 1 / (1 + Math.exp((SHALLOW - ratio) / SHALLOW_RANGE));
  const deep = Math.exp(-Math.max(0, ratio - DEEP) / DEEP_RANGE);
  return shallow * deep * Math.exp(-ratio / USUAL);
}

/**
 * The strongest curve, or the upper edge of the rib along it: a neckband shows two parallel edges,
 * and belongs to the front.
 */
function upperEdge(found: readonly Neckline[], rib: number): Neckline | null {
  let best: Neckline | null = null;
  for (const line of found) if (best === null || line.strength > best.strength) best = line;
  if (best === null) return null;
  let upper = best;
  for (const line of found) {
    const above = best.depth - line.depth;
    if (above < 0.25 * rib || above > rib || line.strength < RIB_STRENGTH * best.strength) continue;
    if (upper === best || line.strength > upper.strength) upper = line;
  }
  return upper;
}

/** The part of the garment above a neckline, softly: the inside of the back collar. */
export function paintInnerCollar(mask: Mask, line: Neckline | null): Plane {
  const { width, height } = mask;
  const data = new Float32Array(width * height);
  if (line !== null) {
    const from = Math.max(0, Math.ceil(line.left.x));
    const to = Math.min(width - 1, Math.floor(line.right.x));
    for (let x = from; x <= to; x++) {
      const row = necklineRow(line, (x - line.left.x) / (line.right.x - line.left.x));
      for (let y = 0; y <= Math.min(height - 1, row + 1); y++) {
        const i = y * width + x;
        if (mask.data[i]) data[i] = Math.min(1, Math.max(0, row - y + 0.5));
      }
    }
  }
  return { width, height, data };
}

/** Whether the outline goes straight down from the collar points: a tube around the neck. */
function isPoloNeck(mask: Mask, left: Point, right: Point, garmentHeight: number): boolean {
  const y = Math.round(Math.max(left.y, right.y) + 0.045 * garmentHeight);
  let x = Math.round((left.x + right.x) / 2);
  if (!isInside(mask, x, y)) return false;
  const middle = x;
  while (isInside(mask, x, y)) x--;
  let end = middle;
  while (isInside(mask, end, y)) end++;
  return end - x - 1 < 1.22 * (right.x - left.x);
}
