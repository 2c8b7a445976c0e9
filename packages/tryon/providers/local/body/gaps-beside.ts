import { createMask } from '@proteus/raster/create-mask.ts';
import type { Mask, Size } from '@proteus/raster/types.ts';

/** What is filled goes on a little under the arm, in pixels. */
const UNDER_ARM = 3;
/** A filling reaches the arm in at least this share of its rows. */
const LEAST_WHOLE = 0.25;

/** A body, the arms beside it, and what parts them. */
export interface Surroundings {
  readonly isBody: (pixel: number) => boolean;
  readonly isArm: (pixel: number) => boolean;
  /** Whether old cloth was there, not the wall seen. */
  readonly wasCloth: (pixel: number) => boolean;
  /** Gaps up to half this wide are filled, pixels; wider ones less and less, for there the wall is seen. */
  readonly widest: number;
  /** The filled width changes by no more than this from row to row, so that no stubs stand out. */
  readonly slope: number;
}

/** How wide the gap is outwards of an edge pixel; infinite where it is no gap to fill. */
function gapFrom(edge: number, step: number, end: number, around: Surroundings): number {
  let gap = 0;
  for (let pixel = edge + step; !around.isArm(pixel); pixel += step) {
    gap++;
    if (pixel === end || gap > around.widest || !around.wasCloth(pixel)) {
      return Number.POSITIVE_INFINITY;
    }
  }
  return gap;
}

/** How many pixels of a gap are filled; infinite where the body meets the arm. */
function fillOf(gap: number, widest: number): number {
  if (gap === 0) return Number.POSITIVE_INFINITY;
  return Math.max(0, Math.min(gap + UNDER_ARM, widest - gap));
}

/** Lets the filled widths grow from row to row no faster than `slope`. Changes them in place. */
function limitSlope(filled: Float64Array, slope: number): void {
  for (let y = 1; y < filled.length; y++) {
    filled[y] = Math.min(filled[y]!, filled[y - 1]! + slope);
  }
  for (let y = filled.length - 2; y >= 0; y--) {
    filled[y] = Math.min(filled[y]!, filled[y + 1]! + slope);
  }
}

/** Leaves out fillings that hardly reach the arm anywhere: stubs. Changes them in place. */
function dropStubs(filled: Float64Array, gaps: Float64Array): void {
  const isPart = (y: number) => filled[y]! > 0 && Number.isFinite(filled[y]!);
  for (let y = 0; y < filled.length; y++) {
    if (!isPart(y)) continue;
    const first = y;
    let whole = 0;
    for (; y < filled.length && isPart(y); y++) if (filled[y]! >= gaps[y]!) whole++;
    if (whole < LEAST_WHOLE * (y - first)) filled.fill(0, first, y);
  }
}

/**
 * Narrow gaps between a body and the arm beside it, row by row, where old cloth reached from one to the
 * other: it is the body that goes on there.
 *
 * @returns 255 in what is filled of them, and a little under the arm.
 */
export function findGapsBeside({ width, height }: Size, around: Surroundings): Mask {
  const filling = createMask(width, height);
  for (const step of [-1, 1]) {
    const edges = new Int32Array(height).fill(-1);
    const filled = new Float64Array(height);
    const gaps = new Float64Array(height).fill(Number.POSITIVE_INFINITY);
    for (let y = 0; y < height; y++) {
      const end = step < 0 ? y * width : (y + 1) * width - 1;
      let edge = end;
      while (edge >= y * width && edge < (y + 1) * width && !around.isBody(edge)) edge -= step;
      if (edge === end || Math.floor(edge / width) !== y) continue;
      edges[y] = edge;
      gaps[y] = gapFrom(edge, step, end, around);
      filled[y] = fillOf(gaps[y]!, around.widest);
    }
    limitSlope(filled, around.slope);
    dropStubs(filled, gaps);
    for (let y = 0; y < height; y++) {
      const edge = edges[y]!;
      for (let i = 1; i <= Math.round(filled[y]!); i++) {
        const pixel = edge + step * i;
        if (Math.floor(pixel / width) !== y || around.isArm(pixel - step * UNDER_ARM)) break;
        filling.data[pixel] = 255;
      }
    }
  }
  return filling;
}
