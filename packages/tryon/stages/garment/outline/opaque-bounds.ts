import type { Rectangle } from '@proteus/raster/crop.ts';
import type { RgbaImage } from '@proteus/raster/types.ts';

/** Opacities below this (of 255) cannot be seen. */
const VISIBLE = 16;

/** The smallest rectangle around everything that can be seen; null when nothing can. */
export function opaqueBounds({ width, height, data }: RgbaImage): Rectangle | null {
  let [left, right, top, bottom] = [width, -1, height, -1];
  for (let y = 0, at = 3; y < height; y++) {
    for (let x = 0; x < width; x++, at += 4) {
      if (data[at]! < VISIBLE) continue;
      if (x < left) left = x;
      if (x > right) right = x;
      if (y < top) top = y;
      bottom = y;
    }
  }
  if (right < 0) return null;
  return { x: left, y: top, width: right - left + 1, height: bottom - top + 1 };
}
