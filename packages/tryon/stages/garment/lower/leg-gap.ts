import type { Outline } from '../outline/outline.ts';

/** The backdrop between two legs. */
export interface LegGap {
  /** First and last row in which the gap is seen. */
  readonly top: number;
  readonly bottom: number;
  /** Last pixel of the left leg by row; NaN where the legs touch. */
  readonly leftEnd: Float32Array;
  /** First pixel of the right leg by row; NaN where the legs touch. */
  readonly rightStart: Float32Array;
}

/** Legs part below this part of the height. */
const HIGHEST = 0.1;
/** A gap is at least this high, in parts of the height. */
const LEAST_HEIGHT = 0.02;
/** A gap lies within this part of the width of the axis. */
const CENTRAL = 0.2;
/** A gap reaches down to this part of the height. */
const OPEN_BELOW = 0.7;
/** A leg is at least this wide, in garment widths. */
const LEAST_LEG = 0.1;
/** How far the middle of a gap may wander from row to row, in garment widths. */
const WANDER = 0.05;

/**
 * Finds the gap between the legs, followed upwards from the hems. Where legs touch and part again
 * (knees) the gap is bridged; holes in the cloth beside it are not followed.
 *
 * @returns null when nothing parts two legs.
 */
export function findLegGap(outline: Outline): LegGap | null {
  const { mask, y: top, height, width } = outline;
  const leftEnd = new Float32Array(mask.height).fill(Number.NaN);
  const rightStart = new Float32Array(mask.height).fill(Number.NaN);
  const highest = Math.round(top + HIGHEST * height);
  let middle = outline.middle;
  let wander = CENTRAL * width;
  let rows = 0;
  let first = 0;
  let last = -1;
  for (let y = top + height - 1; y >= highest; y--) {
    const gap = centralGap(outline, y, middle, wander);
    if (gap === null) continue;
    [leftEnd[y], rightStart[y]] = gap;
    middle = (gap[0] + gap[1]) / 2;
    wander = WANDER * width;
    first = y;
    if (last < 0) last = y;
    rows++;
  }
  if (rows < Math.max(3, LEAST_HEIGHT * height) || last < top + OPEN_BELOW * height) return null;
  return { top: first, bottom: last, leftEnd, rightStart };
}

/** The ends of the cloth on both sides of the widest gap of a row whose middle lies near `x`. */
function centralGap(
  { mask, x: left, width }: Outline,
  y: number,
  near: number,
  reach: number,
): readonly [number, number] | null {
  const row = y * mask.width;
  let runStart = -1;
  let previousEnd = -1;
  let previousRun = 0;
  let widest = 0;
  let found: readonly [number, number] | null = null;
  for (let x = left; x <= left + width; x++) {
    const cloth = x < left + width && mask.data[row + x] !== 0;
    if (cloth && runStart < 0) runStart = x;
    if (cloth || runStart < 0) continue;
    const run = x - runStart;
    if (run > LEAST_LEG * width) {
      const gap = runStart - previousEnd - 1;
      const between = (runStart + previousEnd) / 2;
      if (previousRun > 0 && gap > widest && Math.abs(between - near) < reach) {
        widest = gap;
        found = [previousEnd, runStart];
      }
      previousEnd = x - 1;
      previousRun = run;
    }
    runStart = -1;
  }
  return found;
}
