import { createPlane } from './create-plane.ts';
import type { Plane } from './types.ts';

/**
 * Length of the Sobel gradient, scaled to value units per pixel (a ramp of slope 1 gives 1); edges
 * replicated.
 *
 * @see Sobel & Feldman 1968, "An Isotropic 3×3 Image Gradient Operator".
 */
export function gradientMagnitude(plane: Plane): Plane {
  const { width, height, data } = plane;
  const magnitude = createPlane(width, height);
  for (let y = 0; y < height; y++) {
    const above = Math.max(0, y - 1) * width;
    const row = y * width;
    const below = Math.min(height - 1, y + 1) * width;
    for (let x = 0; x < width; x++) {
      const left = x > 0 ? x - 1 : 0;
      const right = x < width - 1 ? x + 1 : x;
      const upper = data[above + right]! - data[above + left]!;
      const middle = data[row + right]! - data[row + left]!;
      const lower = data[below + right]! - data[below + left]!;
      const across = upper + 2 * middle + lower;
      const down =
        data[below + left]! -
        data[above + left]! +
        2 * (data[below + x]! - data[above + x]!) +
        data[below + right]! -
        data[above + right]!;
      magnitude.data[row + x] = Math.sqrt(across * across + down * down) / 8;
    }
  }
  return magnitude;
}
