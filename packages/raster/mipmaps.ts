import { resizePlane } from './resize-plane.ts';
import { resizeRgb } from './resize-rgb.ts';
import type { Plane, RgbImage, Size } from './types.ts';

/**
 * The image and its halvings (area average, sides rounded up) down to one pixel or to `levels`
 * images. Position x of the image is (x + 0.5) · (level width / width) - 0.5 in a level.
 */
export function buildMipmaps(image: RgbImage, levels = Number.POSITIVE_INFINITY): RgbImage[] {
  return halvings(image, levels, resizeRgb);
}

/**
 * `buildMipmaps` for an image that is read through several maps: the halvings are made when first
 * asked for and then shared.
 */
export function sharedMipmaps(image: RgbImage): (levels: number) => readonly RgbImage[] {
  let pyramid: RgbImage[] = [image];
  return (levels) => {
    if (pyramid.length < levels) {
      pyramid = [
        ...pyramid.slice(0, -1),
        ...buildMipmaps(pyramid.at(-1)!, levels - pyramid.length + 1),
      ];
    }
    return pyramid.slice(0, levels);
  };
}

/** `buildMipmaps` for a plane. */
export function buildPlaneMipmaps(plane: Plane, levels = Number.POSITIVE_INFINITY): Plane[] {
  return halvings(plane, levels, resizePlane);
}

function halvings<Raster extends Size>(
  raster: Raster,
  levels: number,
  resize: (raster: Raster, width: number, height: number) => Raster,
): Raster[] {
  const pyramid = [raster];
  let last = raster;
  while (pyramid.length < levels && (last.width > 1 || last.height > 1)) {
    last = resize(last, (last.width + 1) >> 1, (last.height + 1) >> 1);
    pyramid.push(last);
  }
  return pyramid;
}
