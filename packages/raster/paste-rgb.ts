import type { Rectangle } from './crop.ts';
import type { RgbImage } from './types.ts';

/** A copy of `image` with `patch` laid at a rectangle of the patch's size. */
export function pasteRgb(image: RgbImage, patch: RgbImage, place: Rectangle): RgbImage {
  const data = image.data.slice();
  for (let y = 0; y < patch.height; y++) {
    const from = y * patch.width * 3;
    const to = ((place.y + y) * image.width + place.x) * 3;
    data.set(patch.data.subarray(from, from + patch.width * 3), to);
  }
  return { width: image.width, height: image.height, data };
}
