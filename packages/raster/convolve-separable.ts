import { borrowFloats, giveBackFloats } from './borrowed-floats.ts';
import { createPlane } from './create-plane.ts';
import type { Rectangle } from './crop.ts';
import { nonZeroBox, nonZeroBoxOfPlane } from './non-zero-box.ts';
import type { Mask, Plane } from './types.ts';

/**
 * Convolves rows and then columns with the same symmetric kernel; edges replicated. Only what the
 * kernel makes of the pixels that are not 0 is worked out: masks are mostly empty.
 *
 * @param kernel right half of the kernel, centre first.
 * @param result receives it: a plane of zeros, or the plane itself.
 */
export function convolveSeparable(
  plane: Plane,
  kernel: Float64Array,
  result: Plane = createPlane(plane.width, plane.height),
): Plane {
  const window = nonZeroBoxOfPlane(plane, kernel.length - 1);
  return convolveWindow(result, window, kernel, (from, to, row, at) => {
    row.set(plane.data.subarray(from, to), at);
  });
}

/** Convolves the plane that is 1 where a mask is set and 0 elsewhere. */
export function convolveMask(mask: Mask, kernel: Float64Array): Plane {
  const { data } = mask;
  const window = nonZeroBox(mask, kernel.length - 1);
  const result = createPlane(mask.width, mask.height);
  return convolveWindow(result, window, kernel, (from, to, row, at) => {
    for (let i = from, x = at; i < to; i++, x++) row[x] = data[i] === 0 ? 0 : 1;
  });
}

/** Copies the values from one index up to another to a place in a row. */
type RowReader = (from: number, to: number, row: Float32Array, at: number) => void;

/** @param window what is not 0, with room for the kernel; null = nothing. */
function convolveWindow(
  result: Plane,
  window: Rectangle | null,
  kernel: Float64Array,
  read: RowReader,
): Plane {
  if (window === null) return result;
  const { width, height } = window;
  const radius = kernel.length - 1;
  const across = borrowFloats(width * height);
  const padded = new Float32Array(width + 2 * radius);
  const sums = new Float64Array(width);
  const start = window.y * result.width + window.x;
  for (let y = 0; y < height; y++) {
    const from = start + y * result.width;
    read(from, from + width, padded, radius);
    // At an edge inside the picture all is 0, as it is beyond: such an edge may be replicated too.
    padded.fill(padded[radius]!, 0, radius);
    padded.fill(padded[radius + width - 1]!, radius + width);
    for (let x = 0; x < width; x++) sums[x] = kernel[0]! * padded[radius + x]!;
    for (let k = 1; k <= radius; k += 2) {
      const next = Math.min(k + 1, radius);
      const weight = next > k ? kernel[next]! : 0;
      const [a, b, c, d] = [radius - k, radius + k, radius - next, radius + next];
      addPairs(sums, padded, kernel[k]!, a, b, weight, c, d);
    }
    across.set(sums, y * width);
  }
  const last = (height - 1) * width;
  for (let y = 0; y < height; y++) {
    const row = y * width;
    for (let x = 0; x < width; x++) sums[x] = kernel[0]! * across[row + x]!;
    for (let k = 1; k <= radius; k += 2) {
      const next = Math.min(k + 1, radius);
      const weight = next > k ? kernel[next]! : 0;
      const a = Math.max(0, row - k * width);
      const b = Math.min(last, row + k * width);
      const c = Math.max(0, row - next * width);
      const d = Math.min(last, row + next * width);
      addPairs(sums, across, kernel[k]!, a, b, weight, c, d);
    }
    result.data.set(sums, start + y * result.width);
  }
  giveBackFloats(across);
  return result;
}

/** Adds two pairs of shifted rows at once: half as many passes over the sums. */
function addPairs(
  sums: Float64Array,
  source: Float32Array,
  firstWeight: number,
  a: number,
  b: number,
  secondWeight: number,
  c: number,
  d: number,
): void {
  for (let x = 0; x < sums.length; x++) {
    sums[x]! +=
      firstWeight * (source[a + x]! + source[b + x]!) +
      secondWeight * (source[c + x]! + source[d + x]!);
  }
}
