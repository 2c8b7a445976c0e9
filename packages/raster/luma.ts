import { createPlane } from './create-plane.ts';
import type { Plane, RgbImage } from './types.ts';

/** Luma of every pixel, 0 to 255. @see ITU-R BT.601 (the weights of most quality measures). */
export function luma(image: RgbImage): Plane {
  const plane = createPlane(image.width, image.height);
  const { data } = image;
  for (let i = 0, at = 0; i < plane.data.length; i++, at += 3) {
    plane.data[i] = 0.299 * data[at]! + 0.587 * data[at + 1]! + 0.114 * data[at + 2]!;
  }
  return plane;
}
