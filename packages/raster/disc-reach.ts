import { createMask } from './create-mask.ts';
import { nonZeroBox } from './non-zero-box.ts';
import { findPixelRuns, type PixelRuns } from './pixel-runs.ts';
import type { Mask } from './types.ts';

/**
 * Tells which pixels have one of a kind within `radius` (Euclidean, inclusive): the heart of dilation
 * and erosion. Only the surroundings of the mask's set pixels are looked at, as elsewhere
 * neither changes anything. The time is that of a few looks at each pixel; a large radius costs little,
 * as rows are looked at as runs.
 *
 * @param kind which pixels reach out: the set ones or the unset ones.
 * @param radius pixels, need not be whole.
 * @returns 255 where set pixels reach, or where unset ones do not; 0 elsewhere.
 * @throws {RangeError} when the radius is negative or not a number.
 */
export function discReach(mask: Mask, kind: 'set' | 'unset', radius: number): Mask {
  if (!(radius >= 0)) throw new RangeError(`A radius cannot be ${radius}.`);
  const { width, height, data } = mask;
  const margin = Math.min(Math.floor(radius), Math.max(width, height));
  const window = nonZeroBox(mask, margin);
  const result = createMask(width, height);
  if (window === null) return result;
  const runs = findPixelRuns(data, width, window, kind);
  // How far a pixel d rows away reaches along this row.
  const reach = Int32Array.from({ length: margin + 1 }, (_, d) =>
    Math.floor(Math.sqrt(Math.min(radius * radius - d * d, width * width))),
  );
  const steps = new Int32Array(window.width + 1);
  for (let y = 0; y < window.height; y++) {
    countSteps(runs, y, reach, steps);
    writeRow(steps, result.data, (window.y + y) * width + window.x, kind === 'set');
  }
  return result;
}

/** Adds at each column how many more runs of the rows nearby begin to reach a row than cease to. */
function countSteps(
  { starts, ends }: PixelRuns,
  y: number,
  reach: Int32Array,
  steps: Int32Array,
): void {
  const width = steps.length - 1;
  const first = Math.max(0, y - reach.length + 1);
  const last = Math.min(starts.length - 2, y + reach.length - 1);
  for (let row = first; row <= last; row++) {
    const far = reach[Math.abs(row - y)]!;
    for (let i = starts[row]!; i < starts[row + 1]!; i += 2) {
      steps[Math.max(0, ends[i]! - far)]!++;
      steps[Math.min(width, ends[i + 1]! + far + 1)]!--;
    }
  }
}

/** Marks what is reached, or what is not, and clears the steps for the next row. */
function writeRow(steps: Int32Array, target: Uint8Array, to: number, isReached: boolean): void {
  let reaching = 0;
  for (let x = 0; x < steps.length - 1; x++) {
    reaching += steps[x]!;
    steps[x] = 0;
    if (reaching > 0 === isReached) target[to + x] = 255;
  }
  steps[steps.length - 1] = 0;
}
