import { createMask } from './create-mask.ts';
import { createPlane } from './create-plane.ts';
import { applyOrientation } from './orientation.ts';
import type { Mask, Plane, RgbImage } from './types.ts';

/** The image as a mirror shows it: left and right exchanged. */
export function flipRgb(image: RgbImage): RgbImage {
  return applyOrientation(image, 2);
}

/** `flipRgb` for a plane. */
export function flipPlane(plane: Plane): Plane {
  const flipped = createPlane(plane.width, plane.height);
  flipRows(plane.data, flipped.data, plane.width);
  return flipped;
}

/** `flipRgb` for a mask. */
export function flipMask(mask: Mask): Mask {
  const flipped = createMask(mask.width, mask.height);
  flipRows(mask.data, flipped.data, mask.width);
  return flipped;
}

function flipRows<Data extends Uint8Array | Float32Array>(
  source: Data,
  target: Data,
  width: number,
): void {
  for (let row = 0; row < source.length; row += width) {
    for (let x = 0; x < width; x++) target[row + x] = source[row + width - 1 - x]!;
  }
}
