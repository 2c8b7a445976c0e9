import { createPlane } from './create-plane.ts';
import type { Plane } from './types.ts';

/**
 * Convolves rows and then columns with the same symmetric kernel; edges replicated.
 *
 * @param kernel right half of the kernel, centre first.
 */
export function convolveSeparable(plane: Plane, kernel: Float64Array): Plane {
  const { width, height } = plane;
  const across = new Float32Array(width * height);
  const result = createPlane(width, height);
  convolveRows(plane.data, across, width, height, kernel);
  convolveColumns(across, result.data, width, height, kernel);
  return result;
}

function convolveRows(
  source: Float32Array,
  target: Float32Array,
  width: number,
  height: number,
  kernel: Float64Array,
): void {
  const radius = kernel.length - 1;
  const padded = new Float64Array(width + 2 * radius);
  const sums = new Float64Array(width);
  for (let y = 0; y < height; y++) {
    const row = y * width;
    padded.fill(source[row]!, 0, radius);
    padded.set(source.subarray(row, row + width), radius);
    padded.fill(source[row + width - 1]!, radius + width);
    const centre = kernel[0]!;
    for (let x = 0; x < width; x++) sums[x] = centre * padded[x + radius]!;
    for (let k = 1; k <= radius; k++) {
      const weight = kernel[k]!;
      const left = radius - k;
      const right = radius + k;
      for (let x = 0; x < width; x++) sums[x]! += weight * (padded[x + left]! + padded[x + right]!);
    }
    target.set(sums, row);
  }
}

function convolveColumns(
  source: Float32Array,
  target: Float32Array,
  width: number,
  height: number,
  kernel: Float64Array,
): void {
  const radius = kernel.length - 1;
  const sums = new Float64Array(width);
  for (let y = 0; y < height; y++) {
    const row = y * width;
    for (let x = 0; x < width; x++) sums[x] = kernel[0]! * source[row + x]!;
    for (let k = 1; k <= radius; k++) {
      const weight = kernel[k]!;
      const above = Math.max(0, y - k) * width;
      const below = Math.min(height - 1, y + k) * width;
      for (let x = 0; x < width; x++)
        sums[x]! += weight * (source[above + x]! + source[below + x]!);
    }
    target.set(sums, row);
  }
}
