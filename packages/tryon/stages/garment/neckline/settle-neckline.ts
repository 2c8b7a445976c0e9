import { gaussianBlur } from '@proteus/raster/gaussian-blur.ts';
import type { LabImage, Mask, Plane, Point } from '@proteus/raster/types.ts';
import { clamp } from '../../warp/scalar.ts';
import { steadyOffsets } from '../matte/steady-offsets.ts';
import type { Neckline } from './neckline-shape.ts';
import { neckRegion, pixelOf } from './neckline-step.ts';

/** How far the edge may lie from where it was found, in parts of the opening's width. */
const REACH = 0.07;
/** Colours are compared this far on either side of a place, pixels. */
const ASIDE = 2;
/** Inside and front are looked at between these distances from the edge as found, in parts of `REACH`. */
const NEAR = 0.35;
/** Mean difference between them, ΔE, below which there is no edge to be found. */
const LEAST_STEP = 5;
/** A colour step beyond this, ΔE, counts by its logarithm: zips and labels outshine the edge. */
const CLEAR_STEP = 12;
/** What a bend of the edge costs, by the square of its pixels (ΔE). */
const STIFFNESS = 2;
/** What lying as far as it may from where it was found costs (ΔE). */
const FAR = 3;
/** Outwards it may lie this part of the reach away: further out a neckband would be lost. */
const OUTWARDS = 0.4;
/** An edge that lies so far out over more than this share of it wants to go still further: it is another one. */
const AT_LIMIT = 0.07;
/** The step is seen along at least this share of a seam, with at least this part of its mean. */
const SEEN = 0.75;
const EVENLY = 0.4;
/** A seam strays this far from its own course, in parts of the reach: more is a print's outline. */
const ROUGHEST = 0.09;
/** Its course is what is left of it when it is softened over this part of its length. */
const COURSE = 0.05;
/** Softening along the edge, in rays, of what was found and of what is settled. */
const FOUND_SIGMA = 3;
const SETTLED_SIGMA = 2;
/** The edge's pixels carry something of the inside's shade: the front begins this far beyond it, pixels. */
const BEYOND = 0.8;
/** Rays lie this far apart on the edge, pixels. */
const APART = 2;
/** Least opening in pixels. */
const LEAST_ACROSS = 24;

/** Half an ellipse around the opening: rays from its middle, one for each angle. */
interface Rays {
  readonly centre: Point;
  /** Half axes in pixels. */
  readonly across: number;
  readonly down: number;
  readonly count: number;
}

/** Where a place lies: on which ray, at which part of the half axes, and how many pixels these are. */
function polar({ centre, across, down }: Rays, x: number, y: number) {
  const u = (x - centre.x) / across;
  // Above the collar points the edge goes straight up.
  const v = Math.max(0, y - centre.y) / down;
  return { angle: Math.atan2(v, u), radius: Math.hypot(u, v) };
}

/** Length in pixels of the unit vector at an angle. */
function pixelsAt({ across, down }: Rays, angle: number): number {
  return Math.hypot(across * Math.cos(angle), down * Math.sin(angle));
}

function angleOf({ count }: Rays, ray: number): number {
  return (Math.PI * (ray + 0.5)) / count;
}

/** How far the inside goes on along each ray, in pixels; softened along the edge. */
function foundEdge(rays: Rays, inner: Plane, longest: number): Float32Array {
  const edge = new Float32Array(rays.count);
  for (let ray = 0; ray < rays.count; ray++) {
    const angle = angleOf(rays, ray);
    const scale = pixelsAt(rays, angle);
    const dx = (rays.across * Math.cos(angle)) / scale;
    const dy = (rays.down * Math.sin(angle)) / scale;
    for (let t = 0; t < longest; t++) {
      const x = Math.round(rays.centre.x + t * dx);
      const y = Math.round(rays.centre.y + t * dy);
      if (x < 0 || y < 0 || x >= inner.width || y >= inner.height) break;
      if (inner.data[y * inner.width + x]! > 0.5) edge[ray] = t + 0.5;
    }
  }
  return softened(edge, FOUND_SIGMA);
}

function softened(values: Float32Array, sigma: number): Float32Array {
  return gaussianBlur({ width: values.length, height: 1, data: values }, sigma).data;
}

/**
 * Draws the edge between the back's inside and the front anew, as one even soft curve along the
 * strongest colour step near where it was found: a curve with few numbers only comes near a square
 * or slanted neckline, and what grew by colour is frayed. Changes the inner collar in place; leaves it
 * where inside and front hardly differ.
 *
 * @param inner 0 to 1: the inside above the neckline.
 */
export function settleNeckline(inner: Plane, lab: LabImage, mask: Mask, line: Neckline): void {
  const { width, height } = inner;
  const across = line.right.x - line.left.x;
  if (across < LEAST_ACROSS) return;
  const half = across / 2;
  const rays: Rays = {
    centre: { x: (line.left.x + line.right.x) / 2, y: Math.min(line.left.y, line.right.y) },
    across: half,
    down: line.depth,
    count: Math.round((Math.PI * Math.max(half, line.depth)) / APART),
  };
  const reach = Math.max(4, Math.round(REACH * across));
  const found = foundEdge(rays, inner, 2 * Math.max(half, line.depth));
  const steps = colourSteps(rays, found, reach, lab, mask);
  if (steps === null) return;
  const choices = 2 * reach + 1;
  // Free places lead from the last ray back to the first: the edge has two ends.
  const costs = new Float32Array(choices * (rays.count + choices));
  for (let ray = 0; ray < rays.count; ray++) {
    for (let choice = 0; choice < choices; choice++) {
      const away = (choice - reach) / reach;
      costs[ray * choices + choice] =
        away > OUTWARDS
          ? Number.POSITIVE_INFINITY
          : FAR * away * away - steps[ray * choices + choice]!;
    }
  }
  const settled = steadyOffsets(costs, choices, STIFFNESS).subarray(0, rays.count);
  const offsets = settled.map((choice) => choice - reach);
  const furthest = Math.floor(OUTWARDS * reach);
  const atLimit = offsets.filter((offset) => offset === furthest).length;
  if (atLimit > AT_LIMIT * rays.count) return;
  const along = offsets.map((offset, ray) => steps[ray * choices + offset + reach]!);
  if (!isEven(along) || roughness(offsets) > ROUGHEST * reach) return;
  const edge = softened(
    found.map((at, ray) => at + offsets[ray]!),
    SETTLED_SIGMA,
  );
  const band = reach + Math.ceil(BEYOND) + 1;
  const longest = Math.max(...found) + band;
  const left = Math.max(0, Math.floor(rays.centre.x - longest));
  const right = Math.min(width - 1, Math.ceil(rays.centre.x + longest));
  const bottom = Math.min(height - 1, Math.ceil(rays.centre.y + longest));
  for (let y = Math.max(0, Math.floor(rays.centre.y) - reach); y <= bottom; y++) {
    for (let x = left; x <= right; x++) {
      const pixel = y * width + x;
      if (!mask.data[pixel]) continue;
      const { angle, radius } = polar(rays, x, y);
      const place = clamp((angle / Math.PI) * rays.count - 0.5, 0, rays.count - 1);
      const ray = Math.min(rays.count - 2, Math.floor(place));
      const at = (of: Float32Array) => of[ray]! + (place - ray) * (of[ray + 1]! - of[ray]!);
      const distance = radius * pixelsAt(rays, angle);
      if (Math.abs(distance - at(found)) > band) continue;
      inner.data[pixel] = clamp(at(edge) + BEYOND + 0.5 - distance, 0, 1);
    }
  }
}

function compressed(step: number): number {
  if (step <= CLEAR_STEP) return Math.max(-CLEAR_STEP, step);
  return CLEAR_STEP * (1 + Math.log(step / CLEAR_STEP));
}

function isEven(along: Float32Array): boolean {
  const mean = along.reduce((sum, step) => sum + step, 0) / along.length;
  return along.filter((step) => step > EVENLY * mean).length >= SEEN * along.length;
}

/** How far a seam strays from its own course, pixels. */
function roughness(offsets: Float32Array): number {
  const course = softened(offsets, COURSE * offsets.length);
  const squares = offsets.reduce((sum, at, ray) => sum + (at - course[ray]!) ** 2, 0);
  return Math.sqrt(squares / offsets.length);
}

/**
 * How clearly the colour steps from the inside's to the front's at every place near the edge, ΔE, ray
 * by ray from inside outwards.
 *
 * @returns null where inside and front hardly differ.
 */
function colourSteps(
  rays: Rays,
  found: Float32Array,
  reach: number,
  lab: LabImage,
  mask: Mask,
): Float32Array | null {
  const { x: middle, y: top } = rays.centre;
  const longest = Math.max(...found) + 2 * reach;
  const region = neckRegion(
    lab,
    { x: middle - longest, y: top },
    { x: middle + longest, y: top },
    longest,
  );
  // Colours along each ray from `reads` before the edge to as far behind it.
  const reads = reach + ASIDE;
  const length = 2 * reads + 1;
  const along = new Float32Array(rays.count * length * 3).fill(Number.NaN);
  const inside = [0, 0, 0, 0];
  const front = [0, 0, 0, 0];
  for (let ray = 0; ray < rays.count; ray++) {
    const angle = angleOf(rays, ray);
    const scale = pixelsAt(rays, angle);
    const dx = (rays.across * Math.cos(angle)) / scale;
    const dy = (rays.down * Math.sin(angle)) / scale;
    for (let t = -reads; t <= reads; t++) {
      const x = Math.round(rays.centre.x + (found[ray]! + t) * dx);
      const y = Math.round(rays.centre.y + (found[ray]! + t) * dy);
      const pixel = pixelOf(region, x, y);
      if (found[ray]! + t < 0 || pixel < 0 || !mask.data[y * mask.width + x]) continue;
      const sums = t < -NEAR * reach ? inside : t > NEAR * reach ? front : null;
      for (let channel = 0; channel < 3; channel++) {
        const value = region.channels[channel]![pixel]!;
        along[(ray * length + t + reads) * 3 + channel] = value;
        if (sums !== null && Math.abs(t) <= reach) sums[channel]! += value;
      }
      if (sums !== null && Math.abs(t) <= reach) sums[3]!++;
    }
  }
  if (inside[3] === 0 || front[3] === 0) return null;
  const step = [0, 1, 2].map((k) => front[k]! / front[3]! - inside[k]! / inside[3]!);
  const size = Math.hypot(...step);
  if (size < LEAST_STEP) return null;
  const steps = new Float32Array(rays.count * (2 * reach + 1));
  for (let ray = 0; ray < rays.count; ray++) {
    for (let t = -reach; t <= reach; t++) {
      const at = (ray * length + t + reads) * 3;
      let projected = 0;
      for (let k = 0; k < 3; k++) {
        projected += (along[at + 3 * ASIDE + k]! - along[at - 3 * ASIDE + k]!) * (step[k]! / size);
      }
      if (Number.isNaN(projected)) projected = 0;
      steps[ray * (2 * reach + 1) + t + reach] = compressed(projected);
    }
  }
  return steps;
}
