import type { Point } from '@proteus/raster/types.ts';
import type { BackgroundModel } from '../backdrop/background-model.ts';
import type { SampledOutline } from './sampled-outline.ts';

/** Where the strips within and outside an edge are measured, in pixels outwards. */
const WITHIN = [-3.5, -2.5, -1.5] as const;
const OUTSIDE = [1, 2, 3] as const;
/** Samples to each side that the strips are averaged over: noise goes, an edge stays. */
const ALONG = 3;

/**
 * How clearly an outline shows in the photo: the difference (ΔE) between the mean colours of a strip
 * within it and one outside.
 *
 * @param outline in the model's window.
 * @returns one value a sample.
 */
export function measureClarity(
  { points, normals }: SampledOutline,
  model: BackgroundModel,
): Float32Array {
  const count = points.length;
  const steps = new Float32Array(3 * count);
  for (let n = 0; n < count; n++) {
    for (const offset of WITHIN) addColour(steps, n, points[n]!, normals[n]!, offset, model, 1);
    for (const offset of OUTSIDE) addColour(steps, n, points[n]!, normals[n]!, offset, model, -1);
  }
  const clarity = new Float32Array(count);
  const measured = WITHIN.length * (2 * ALONG + 1);
  for (let n = 0; n < count; n++) {
    let squared = 0;
    for (let channel = 0; channel < 3; channel++) {
      let sum = 0;
      for (let k = n - ALONG; k <= n + ALONG; k++) {
        sum += steps[3 * ((k + count) % count) + channel]!;
      }
      squared += (sum / measured) ** 2;
    }
    clarity[n] = Math.sqrt(squared);
  }
  return clarity;
}

/** Adds how the pixel at an offset from a point differs from the backdrop. */
function addColour(
  steps: Float32Array,
  sample: number,
  { x, y }: Point,
  normal: Point,
  offset: number,
  { photo, lab }: BackgroundModel,
  sign: number,
): void {
  const column = Math.round(x + normal.x * offset);
  const row = Math.round(y + normal.y * offset);
  if (column < 0 || row < 0 || column >= photo.width || row >= photo.height) return;
  const at = 3 * (row * photo.width + column);
  for (let channel = 0; channel < 3; channel++) {
    steps[3 * sample + channel]! += sign * (photo.data[at + channel]! - lab.data[at + channel]!);
  }
}
