import { boxBlur } from '@proteus/raster/box-blur.ts';
import type { LabImage, Mask, Plane, Point } from '@proteus/raster/types.ts';
import { isInside } from './outline.ts';

/** A symmetric curve: depth at u is (1 - |2u - 1|^power)^root of the greatest, within `inset`. */
interface NecklineShape {
  readonly power: number;
  readonly root: number;
  /** Part of the width on each side in which the curve has not begun to fall. */
  readonly inset: number;
}

/** The front neckline between the collar points: depth below their line at u = 0 to 1. */
export interface Neckline {
  readonly left: Point;
  readonly right: Point;
  readonly shape: NecklineShape;
  readonly depth: number;
  /** How clearly the colours differ across the curve; above about 0.6 it is believed. */
  readonly strength: number;
}

/** V, deep V, parabola, ellipse and square. */
const SHAPES: readonly NecklineShape[] = [
  [1, 1],
  [1.5, 1],
  [2, 1],
  [2, 0.5],
  [4, 1],
].flatMap(([power, root]) => [0, 0.06].map((inset) => ({ power: power!, root: root!, inset })));
const SAMPLES = 41;
/** Samples next to the collar points are left out: seams and labels meet there. */
const MARGIN = 4;
const LEAST_STRENGTH = 0.8;
/** Depth of a neckline over its width below which it is doubtful, and how softly. */
const SHALLOW = 0.2;
const SHALLOW_RANGE = 0.03;
/** Widest neckband in parts of the garment's height, and how strong its upper edge must be. */
const RIB = 0.045;
const RIB_STRENGTH = 0.6;
/** ΔE of a colour step beyond which it counts no more. */
const CLEAR_STEP = 12;

/** Row of a neckline at `u` (0 = left collar point, 1 = right). */
export function necklineRow(line: Omit<Neckline, 'strength'>, u: number): number {
  const straight = line.left.y + u * (line.right.y - line.left.y);
  return straight + line.depth * fallAt(line.shape, u);
}

/** Part of its depth that a neckline has reached at `u`. */
function fallAt({ power, root, inset }: NecklineShape, u: number): number {
  const across = Math.min(1, Math.abs(2 * u - 1) / (1 - 2 * inset));
  return (1 - across ** power) ** root;
}

/** Fall and its change by `u` at every sample, interleaved. */
function fallProfile(shape: NecklineShape): Float64Array {
  const profile = new Float64Array(2 * SAMPLES);
  for (let sample = 0; sample < SAMPLES; sample++) {
    const u = sample / (SAMPLES - 1);
    profile[2 * sample] = fallAt(shape, u);
    profile[2 * sample + 1] = (fallAt(shape, u + 0.01) - fallAt(shape, u - 0.01)) / 0.02;
  }
  return profile;
}

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
  const region = smoothRegion(lab, left, right, deepest);
  const offset = Math.max(2, 0.0055 * garmentHeight);
  const found: Neckline[] = [];
  for (const shape of SHAPES) {
    const profile = fallProfile(shape);
    for (let depth = 0.025 * garmentHeight; depth < deepest; depth += 0.003 * garmentHeight) {
      const line = { left, right, shape, depth };
      const step = stepAcross(region, mask, line, profile, offset);
      if (step === 0) continue;
      // Shallow curves follow the seam of the back collar, deep ones prints on the chest.
      const shallow = 1 / (1 + Math.exp((SHALLOW - depth / across) / SHALLOW_RANGE));
      const strength = step * shallow * Math.exp(-depth / (0.25 * garmentHeight));
      if (strength > LEAST_STRENGTH) found.push({ ...line, strength });
    }
  }
  return upperEdge(found, RIB * garmentHeight);
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

interface Region {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly channels: readonly Float32Array[];
}

function smoothRegion(lab: LabImage, left: Point, right: Point, deepest: number): Region {
  const margin = Math.ceil(0.02 * lab.height);
  const x = Math.max(0, Math.floor(left.x) - margin);
  const y = Math.max(0, Math.floor(Math.min(left.y, right.y)) - margin);
  const width = Math.min(lab.width, Math.ceil(right.x) + margin) - x;
  const height = Math.min(lab.height, Math.ceil(Math.max(left.y, right.y) + deepest) + margin) - y;
  const channels = [0, 1, 2].map((channel) => {
    const data = new Float32Array(width * height);
    for (let row = 0; row < height; row++) {
      for (let column = 0; column < width; column++) {
        data[row * width + column] = lab.data[((y + row) * lab.width + x + column) * 3 + channel]!;
      }
    }
    return boxBlur(boxBlur({ width, height, data }, 1), 1).data;
  });
  return { x, y, width, height, channels };
}

/** Mean colour step across a curve, weighted by how evenly it runs along it. */
function stepAcross(
  region: Region,
  mask: Mask,
  { left, right, depth }: Omit<Neckline, 'strength'>,
  profile: Float64Array,
  offset: number,
): number {
  const steps = new Float64Array(3 * SAMPLES);
  const mean = [0, 0, 0];
  let inside = 0;
  const total = SAMPLES - 2 * MARGIN;
  const across = right.x - left.x;
  const drop = right.y - left.y;
  for (let sample = MARGIN; sample < SAMPLES - MARGIN; sample++) {
    const u = sample / (SAMPLES - 1);
    const x = left.x + u * across;
    const y = left.y + u * drop + depth * profile[2 * sample]!;
    const slope = (drop + depth * profile[2 * sample + 1]!) / across;
    const length = Math.sqrt(1 + slope * slope);
    const nx = (-slope / length) * offset;
    const ny = (1 / length) * offset;
    // Pixels next to the outline carry the backdrop's light, which is no step in the cloth.
    if (!isInside(mask, x - 2 * nx, y - 2 * ny) || !isInside(mask, x + nx, y + ny)) continue;
    const above = pixelOf(region, x - nx, y - ny);
    const below = pixelOf(region, x + nx, y + ny);
    if (above < 0 || below < 0) continue;
    for (let channel = 0; channel < 3; channel++) {
      const step = region.channels[channel]![below]! - region.channels[channel]![above]!;
      steps[inside * 3 + channel] = step;
      mean[channel] = mean[channel]! + step / total;
    }
    inside++;
  }
  if (inside < 0.55 * total) return 0;
  const size = Math.hypot(...mean);
  let agreeing = 0;
  for (let s = 0; s < inside; s++) {
    let along = 0;
    for (let channel = 0; channel < 3; channel++) along += steps[s * 3 + channel]! * mean[channel]!;
    if (along / (size + 1e-6) > 0.35 * size + 0.6) agreeing++;
  }
  const evenness = agreeing / total;
  return Math.min(size, CLEAR_STEP) * evenness * evenness;
}

function pixelOf(region: Region, x: number, y: number): number {
  const column = Math.round(x) - region.x;
  const row = Math.round(y) - region.y;
  if (column < 0 || row < 0 || column >= region.width || row >= region.height) return -1;
  return row * region.width + column;
}
