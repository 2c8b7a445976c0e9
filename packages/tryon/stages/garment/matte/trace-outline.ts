import { boundaryLoops } from '@proteus/raster/boundary-loops.ts';
import { boxBlur } from '@proteus/raster/box-blur.ts';
import { createMask } from '@proteus/raster/create-mask.ts';
import { fillPolygon } from '@proteus/raster/fill-polygon.ts';
import type { Mask, Plane, Point } from '@proteus/raster/types.ts';
import { outwardsAt, smoothLoop } from './smooth-loop.ts';
import { steadyOffsets } from './steady-offsets.ts';
import { valueBeside } from './value-beside.ts';

/** Radius in pixels of the blur (twice) that rounds the outline off before it is followed. */
const ROUND = 3;
/** Points to each side that each point of the followed outline is averaged with, twice. */
const SMOOTH = 5;
/** Loops of fewer points are specks. */
const SHORTEST = 60;
/** How far the outline may move to each side, in pixels. */
const REACH = 14;
/** Pixels from one point to the next. */
const SPACING = 2;
/** Cost of a step of a pixel from one point to the next, against a pixel's evidence. */
const STIFFNESS = 1;
/** What the clearest edge is worth in pixels of evidence. */
const EDGE = 6;
/** Pixels before and behind an edge between which it shows. */
const EDGE_INSIDE = 1;
const EDGE_OUTSIDE = 2;
/** An edge is as clear as can be where the difference falls by this part of it, and by this ΔE. */
const EDGE_FALL = 0.6;
const LEAST_FALL = 2;
/** Points to each side that the found way is averaged with. */
const EVEN = 4;

/** What the outline is drawn to. */
export interface OutlineForces {
  /** -1 (backdrop) to 1 (cloth) for each pixel. */
  readonly evidence: Plane;
  /** ΔE of each pixel from the backdrop, in which edges show. */
  readonly difference: Plane;
}

/**
 * Draws an outline anew as a smooth curve near where it was: with most of the evidence for cloth
 * within and for backdrop outside, along edges where there are some.
 *
 * @returns the new outline.
 */
export function traceOutline(mask: Mask, forces: OutlineForces): Mask {
  const traced = createMask(mask.width, mask.height);
  const loops = boundaryLoops(rounded(mask))
    .filter((loop) => loop.length > SHORTEST)
    .map((loop) => ({ loop, area: signedArea(loop) }))
    .sort((a, b) => b.area - a.area);
  // Holes go round the other way and come last.
  for (const { loop, area } of loops) {
    const curve = smoothLoop(smoothLoop(loop, SMOOTH), SMOOTH);
    fillPolygon(traced, drawn(curve, forces), area > 0 ? 255 : 0);
  }
  return traced;
}

function rounded({ width, height, data }: Mask): Mask {
  const hard = new Float32Array(data.length);
  for (let i = 0; i < hard.length; i++) if (data[i]) hard[i] = 1;
  const soft = boxBlur(boxBlur({ width, height, data: hard }, ROUND), ROUND).data;
  const round = new Uint8Array(data.length);
  for (let i = 0; i < round.length; i++) if (soft[i]! > 0.5) round[i] = 255;
  return { width, height, data: round };
}

/** Above 0 for a loop that goes clockwise (y down). */
function signedArea(loop: readonly Point[]): number {
  let area = 0;
  let from = loop[loop.length - 1]!;
  for (const to of loop) {
    area += (from.x * to.y - to.x * from.y) / 2;
    from = to;
  }
  return area;
}

/** The curve, each of its points moved along its normal to where the forces draw it. */
function drawn(curve: readonly Point[], forces: OutlineForces): Point[] {
  const points = Math.floor(curve.length / SPACING);
  const choices = 2 * REACH + 1;
  const costs = new Float32Array(points * choices);
  const normals: Point[] = [];
  for (let n = 0; n < points; n++) {
    const normal = outwardsAt(curve, n * SPACING);
    normals.push(normal);
    weighPlaces(
      curve[n * SPACING]!,
      normal,
      forces,
      costs.subarray(n * choices, (n + 1) * choices),
    );
  }
  const offsets = steadyOffsets(costs, choices, STIFFNESS);
  return normals.map((normal, n) => {
    let sum = 0;
    for (let k = n - EVEN; k <= n + EVEN; k++) sum += offsets[(k + points) % points]!;
    // The last pixel of cloth reaches half a pixel beyond its middle.
    const offset = sum / (2 * EVEN + 1) - REACH + 0.5;
    const { x, y } = curve[n * SPACING]!;
    return { x: x + normal.x * offset, y: y + normal.y * offset };
  });
}

/** Cost of every place along a normal as the last one of cloth, from inside outwards. */
function weighPlaces(
  point: Point,
  normal: Point,
  { evidence, difference }: OutlineForces,
  costs: Float32Array,
): void {
  const along = (plane: Plane, offset: number) => valueBeside(plane, point, normal, offset);
  let against = 0;
  for (let k = 0; k < costs.length; k++) {
    const offset = k - REACH;
    against -= along(evidence, offset);
    const inner = along(difference, offset - EDGE_INSIDE);
    const fall = inner - along(difference, offset + EDGE_OUTSIDE);
    const clarity = fall / Math.max(LEAST_FALL, EDGE_FALL * inner);
    costs[k] = against - EDGE * Math.min(1, Math.max(0, clarity));
  }
}
