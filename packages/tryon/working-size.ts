import type { Size } from '@proteus/raster/types.ts';

/** Small photos are enlarged at most this much: more would only blur. */
const LARGEST_UPSCALE = 2;

/**
 * The size at which a picture is worked on: its longest side brought to `longSide`, never enlarged
 * more than twice.
 */
export function workingSize(picture: Size, longSide: number): Size {
  const scale = Math.min(LARGEST_UPSCALE, longSide / Math.max(picture.width, picture.height));
  return {
    width: Math.max(1, Math.round(picture.width * scale)),
    height: Math.max(1, Math.round(picture.height * scale)),
  };
}
