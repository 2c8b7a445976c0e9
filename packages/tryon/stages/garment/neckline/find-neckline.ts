import type { LabImage, Mask, Point } from '@proteus/raster/types.ts';
import { median } from '../../warp/scalar.ts';
import { isInside } from '../outline/outline.ts';
import { enclosesLabels, necklineAroundLabels } from './around-labels.ts';
import { findLabels } from './find-label.ts';
import { aboveRib } from './find-rib.ts';
import type { Neckline, NecklineCurve, NecklineShape } from './neckline-shape.ts';
import { fallProfile, neckRegion, spreadAlong, stepAcross } from './neckline-step.ts';
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
/** Where the back collar is seen there is an inside, and a fainter edge in front of it will do. */
const LEAST_WITH_BACK = 0.45;
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
/** A curve this deep, over its width, is the seam of the back collar or the edge of a boat neck ... */
const SHALLOWEST = 0.05;
const BACK_COLLAR = 0.17;
/** ... and deeper than this only prints run like necklines: one in a few places, an all-over print in most. */
const ON_CHEST = 0.8;
const DEEPEST = 1.3;
const BIN = 0.05;
/** Prints and back collar this strong against the best neckline make it one of the print. */
const PRINTED = 0.5;
/** The neckline of a usual round neck, where only the back collar shows. */
const ROUND_NECK: NecklineShape = { power: 2, root: 0.6, insetLeft: 0.04, insetRight: 0.04 };
const ROUND_NECK_DEPTH = 0.42;
/** Widest neckband in parts of the garment's height, and how strong its upper edge must be. */
const RIB = 0.035;
const RIB_STRENGTH = 0.65;
/** The same of the back collar, whose seam may be found a little high. */
const BACK_RIB = 0.05;

/** A curve and how far the colours differ across it, however likely it is. */
interface Candidate extends NecklineCurve {
  readonly step: number;
}

/** What the surroundings of the neck opening show. */
export interface NeckOpening {
  /** The front neckline; null when no curve is clear enough (a polo neck, an open neckline, one flat colour). */
  readonly line: Neckline | null;
  /** The clearest curve that can be the back collar's seam. */
  readonly back: Candidate | null;
  /** Whether the maker's label is seen above the line. */
  readonly hasLabel: boolean;
}

/**
 * Looks for the front neckline below which the garment's front begins, where the photo also shows
 * the inside of its back: of all V- and U-shaped curves between the collar points, the one with
 * the largest and most even colour step from inside to front. Free seams would lock onto prints.
 */
export function searchNeckOpening(
  lab: LabImage,
  mask: Mask,
  left: Point,
  right: Point,
  garmentHeight: number,
): NeckOpening {
  const across = right.x - left.x;
  if (across < 0.05 * garmentHeight || isPoloNeck(mask, left, right, garmentHeight)) {
    return { line: null, back: null, hasLabel: false };
  }
  const deepest = Math.min(0.4 * garmentHeight, DEEPEST * across);
  const region = neckRegion(lab, left, right, deepest);
  const offset = Math.max(2, 0.0055 * garmentHeight);
  const stepOf = (curve: NecklineCurve, profile = fallProfile(curve.shape)) =>
    stepAcross(region, mask, curve, profile, offset);
  const strengthOf = (curve: NecklineCurve) => stepOf(curve) * plausibility(curve.depth / across);
  const candidates: Candidate[] = [];
  for (const shape of SHAPES) {
    const profile = fallProfile(shape);
    for (let depth = 0.025 * garmentHeight; depth < deepest; depth += 0.003 * garmentHeight) {
      const curve = { left, right, shape, depth };
      candidates.push({ ...curve, step: stepOf(curve, profile) });
    }
  }
  const back = clearest(candidates, SHALLOWEST, BACK_COLLAR);
  if (back !== null && isPrinted(candidates, back)) {
    return { line: { ...back, strength: back.step }, back, hasLabel: false };
  }
  const seen = back !== null && back.step > LEAST_STRENGTH ? back : null;
  // The back collar's rib shows a second, fainter edge below its seam.
  const isRib = ({ depth, strength }: Neckline) =>
    seen !== null &&
    strength < seen.step * plausibility(depth / across) &&
    depth < seen.depth + BACK_RIB * garmentHeight;
  const found = candidates
    .map((curve) => ({ ...curve, strength: curve.step * plausibility(curve.depth / across) }))
    .filter((curve) => curve.strength > PROMISING && !isRib(curve));
  const least = seen === null ? LEAST_STRENGTH : LEAST_WITH_BACK;
  const refined = mostPromising(found, APART * garmentHeight)
    .map((curve) => refineNeckline(curve, strengthOf, garmentHeight))
    .filter((curve) => curve.strength > least && !isRib(curve));
  const line = upperEdge(refined, RIB * garmentHeight);
  const measures = { stepOf, spreadOf: (curve: NecklineCurve) => spreadAlong(region, mask, curve) };
  const edge = line && aboveRib(line, measures, garmentHeight);
  const labels = findLabels(lab, mask, left, right);
  if (labels.length === 0) return { line: edge, back, hasLabel: false };
  if (edge !== null && enclosesLabels(edge, labels)) return { line: edge, back, hasLabel: true };
  const around = necklineAroundLabels(labels, { lab, mask, left, right, offset, garmentHeight });
  return { line: around ?? edge, back, hasLabel: around !== null };
}

/** The curve with the largest step among those whose depth over width lies in a range. */
function clearest(candidates: readonly Candidate[], from: number, to: number): Candidate | null {
  let best: Candidate | null = null;
  for (const curve of candidates) {
    const ratio = curve.depth / (curve.right.x - curve.left.x);
    if (ratio < from || ratio > to) continue;
    if (best === null || curve.step > best.step) best = curve;
  }
  return best;
}

/** Whether a print shows curves as clear as any neckline, so that only the upper edge can be trusted. */
function isPrinted(candidates: readonly Candidate[], back: Candidate): boolean {
  const usual = clearest(candidates, BACK_COLLAR, ON_CHEST)?.step ?? 0;
  const onChest: number[] = [];
  for (let ratio = ON_CHEST; ratio < DEEPEST; ratio += BIN) {
    onChest.push(clearest(candidates, ratio, ratio + BIN)?.step ?? 0);
  }
  return Math.min(back.step, median(onChest)) > Math.max(LEAST_STRENGTH, PRINTED * usual);
}

/**
 * The front neckline, or a usual round neck's where the back collar shows but no edge in front of it,
 * as in a plain tee: without one the back would be drawn over the throat.
 *
 * @returns null where neither shows.
 */
export function necklineOf({ line, back }: NeckOpening): Neckline | null {
  if (line !== null || back === null || back.step < LEAST_STRENGTH) return line;
  const { left, right, step } = back;
  return {
    left,
    right,
    shape: ROUND_NECK,
    depth: ROUND_NECK_DEPTH * (right.x - left.x),
    strength: step,
  };
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

/** A large step tells more than a likely depth. */
function clearness({ left, right, depth, strength }: Neckline): number {
  return strength * Math.sqrt(strength / plausibility(depth / (right.x - left.x)));
}

/**
 * The clearest curve, or the upper edge of the rib along it: a neckband shows two parallel edges,
 * and belongs to the front.
 */
function upperEdge(found: readonly Neckline[], rib: number): Neckline | null {
  let best: Neckline | null = null;
  for (const line of found) if (best === null || clearness(line) > clearness(best)) best = line;
  if (best === null) return null;
  let upper = best;
  for (const line of found) {
    const above = best.depth - line.depth;
    if (above < 0.25 * rib || above > rib || line.strength < RIB_STRENGTH * best.strength) continue;
    if (upper === best || line.strength > upper.strength) upper = line;
  }
  return upper;
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
