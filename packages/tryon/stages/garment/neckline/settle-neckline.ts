import { gaussianBlur } from '@proteus/raster/gaussian-blur.ts';
import type { LabImage, Mask, Plane } from '@proteus/raster/types.ts';
import { clamp } from '../../warp/scalar.ts';
import { steadyOffsets } from '../matte/steady-offsets.ts';
import type { Neckline } from './neckline-shape.ts';
import { directionOf, type OpeningRays, openingRays, placeOnRays } from './opening-rays.ts';
import { seamSteps } from './seam-steps.ts';

/** How far the edge may lie from where it was found, in parts of the opening's width. */
const REACH = 0.07;
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
/** Least opening in pixels. */
const LEAST_ACROSS = 24;

/** How far the inside goes on along each ray, in pixels; softened along the edge. */
function foundEdge(rays: OpeningRays, inner: Plane, longest: number): Float32Array {
  const edge = new Float32Array(rays.count);
  for (let ray = 0; ray < rays.count; ray++) {
    const direction = directionOf(rays, ray);
    for (let t = 0; t < longest; t++) {
      const x = Math.round(rays.centre.x + t * direction.x);
      const y = Math.round(rays.centre.y + t * direction.y);
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
  if (across < LEAST_ACROSS || line.depth < 1) return;
  const rays = openingRays(line);
  const reach = Math.max(4, Math.round(REACH * across));
  const found = foundEdge(rays, inner, 2 * Math.max(rays.across, rays.down));
  const steps = seamSteps(rays, found, reach, lab, mask);
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
      const { place, distance } = placeOnRays(rays, x, y);
      const ray = Math.min(rays.count - 2, Math.floor(place));
      const at = (of: Float32Array) => of[ray]! + (place - ray) * (of[ray + 1]! - of[ray]!);
      if (Math.abs(distance - at(found)) > band) continue;
      inner.data[pixel] = clamp(at(edge) + BEYOND + 0.5 - distance, 0, 1);
    }
  }
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
