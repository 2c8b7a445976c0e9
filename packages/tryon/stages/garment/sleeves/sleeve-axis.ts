import type { Mask, Point } from '@proteus/raster/types.ts';
import type { Sleeve } from '../../../garment-analysis.ts';

const SLICES = 12;
const REFINEMENTS = 3;
/** The last part of a sleeve, whose middle is the cuff's. */
const CUFF = 0.15;
/** Below this length, in depths of its armhole, a sleeve's cuff is told by its corners. */
const SHORT = 1.1;
/** Further from the armpit than this, in lengths from there to the cuff's outer corner, what sticks out is a fold at that. */
const FOLD = 0.8;

/**
 * Axis and slices of a sleeve from its label. The axis starts towards the sleeve's centre of mass
 * and is turned until it meets the middle of the cuff. A sleeve shorter than its armhole is deep has
 * more edge at the cuff than along it: the last part along a slanting axis holds one corner of the
 * cuff only and would turn the axis further towards it.
 *
 * @param parts labels of the garment's parts.
 * @param label the sleeve's label.
 * @param tip shoulder tip.
 * @param armpit lower end of the armhole.
 * @returns null when the label is empty.
 */
export function measureSleeve(
  parts: Mask,
  label: number,
  tip: Point,
  armpit: Point,
): Sleeve | null {
  const origin = { x: (tip.x + armpit.x) / 2, y: (tip.y + armpit.y) / 2 };
  const offsets = offsetsOf(parts, label, origin);
  if (offsets.length === 0) return null;
  let axis = towardsMean(offsets, { x: 0, y: 0 }, Number.NEGATIVE_INFINITY);
  for (let pass = 0; pass < REFINEMENTS; pass++) {
    axis = towardsMean(offsets, axis, (1 - CUFF) * reach(offsets, axis));
  }
  const depth = Math.hypot(armpit.x - tip.x, armpit.y - tip.y);
  if (reach(offsets, axis) < SHORT * depth) {
    axis = towardsCuff(offsets, fromOrigin(tip, origin), fromOrigin(armpit, origin)) ?? axis;
  }
  const length = reach(offsets, axis);
  return { origin, axis, length, slices: cutSlices(offsets, axis, length) };
}

function fromOrigin(point: Point, origin: Point): Point {
  return { x: point.x - origin.x, y: point.y - origin.y };
}

/** The place furthest from both ends of the armhole: the cuff's outer corner. */
function outerCorner(offsets: Float32Array, tip: Point, armpit: Point): Point {
  let furthest = -1;
  let outer = 0;
  for (let i = 0; i < offsets.length; i += 2) {
    const x = offsets[i]!;
    const y = offsets[i + 1]!;
    const away = Math.hypot(x - tip.x, y - tip.y) + Math.hypot(x - armpit.x, y - armpit.y);
    if (away > furthest) {
      furthest = away;
      outer = i;
    }
  }
  return { x: offsets[outer]!, y: offsets[outer + 1]! };
}

/**
 * The place furthest off the line from a cuff's outer corner to the armpit, away from the shoulder's tip: its
 * inner corner. The armpit where that is a fold at the outer one.
 */
function innerCorner(offsets: Float32Array, tip: Point, armpit: Point, outer: Point): Point {
  const beside = (x: number, y: number) =>
    (armpit.x - outer.x) * (y - outer.y) - (armpit.y - outer.y) * (x - outer.x);
  const side = -Math.sign(beside(tip.x, tip.y));
  let inner = armpit;
  let deepest = 0;
  for (let i = 0; i < offsets.length; i += 2) {
    const depth = side * beside(offsets[i]!, offsets[i + 1]!);
    if (depth > deepest) {
      deepest = depth;
      inner = { x: offsets[i]!, y: offsets[i + 1]! };
    }
  }
  const cuff = Math.hypot(armpit.x - outer.x, armpit.y - outer.y);
  return Math.hypot(inner.x - armpit.x, inner.y - armpit.y) > FOLD * cuff ? armpit : inner;
}

/**
 * Unit vector to the middle of the cuff between its corners: the outer one lies furthest from both
 * ends of the armhole. Null where the cuff lies on the armhole.
 */
function towardsCuff(offsets: Float32Array, tip: Point, armpit: Point): Point | null {
  const outer = outerCorner(offsets, tip, armpit);
  const inner = innerCorner(offsets, tip, armpit, outer);
  const x = (outer.x + inner.x) / 2;
  const y = (outer.y + inner.y) / 2;
  const length = Math.hypot(x, y);
  return length === 0 ? null : { x: x / length, y: y / length };
}

/** Slices of a sleeve along a given axis; see `Sleeve`. */
export function sliceSleeve(
  parts: Mask,
  label: number,
  origin: Point,
  axis: Point,
  length: number,
): Sleeve['slices'] {
  return cutSlices(offsetsOf(parts, label, origin), axis, length);
}

/** Interleaved x and y of every pixel of a label, relative to a point. */
function offsetsOf(parts: Mask, label: number, origin: Point): Float32Array {
  const { width, height, data } = parts;
  let area = 0;
  for (let i = 0; i < data.length; i++) if (data[i] === label) area++;
  const offsets = new Float32Array(2 * area);
  let end = 0;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      if (data[y * width + x] !== label) continue;
      offsets[end++] = x - origin.x;
      offsets[end++] = y - origin.y;
    }
  }
  return offsets;
}

function reach(offsets: Float32Array, axis: Point): number {
  let farthest = 0;
  for (let i = 0; i < offsets.length; i += 2) {
    farthest = Math.max(farthest, offsets[i]! * axis.x + offsets[i + 1]! * axis.y);
  }
  return farthest;
}

/** Unit vector to the mean of what lies at least `from` along an axis. */
function towardsMean(offsets: Float32Array, axis: Point, from: number): Point {
  let sumX = 0;
  let sumY = 0;
  for (let i = 0; i < offsets.length; i += 2) {
    if (offsets[i]! * axis.x + offsets[i + 1]! * axis.y < from) continue;
    sumX += offsets[i]!;
    sumY += offsets[i + 1]!;
  }
  const length = Math.hypot(sumX, sumY);
  return length === 0 ? axis : { x: sumX / length, y: sumY / length };
}

function cutSlices(offsets: Float32Array, axis: Point, length: number): Sleeve['slices'] {
  const low = new Float64Array(SLICES).fill(Number.POSITIVE_INFINITY);
  const high = new Float64Array(SLICES).fill(Number.NEGATIVE_INFINITY);
  for (let i = 0; i < offsets.length; i += 2) {
    const along = (offsets[i]! * axis.x + offsets[i + 1]! * axis.y) / (length || 1);
    if (along < 0) continue;
    const slice = Math.min(SLICES - 1, Math.floor(along * SLICES));
    const across = offsets[i + 1]! * axis.x - offsets[i]! * axis.y;
    if (across < low[slice]!) low[slice] = across;
    if (across > high[slice]!) high[slice] = across;
  }
  return Array.from({ length: SLICES }, (_, slice) =>
    low[slice]! <= high[slice]!
      ? { low: low[slice]!, high: high[slice]! }
      : { low: Number.NaN, high: Number.NaN },
  );
}
