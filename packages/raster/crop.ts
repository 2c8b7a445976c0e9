import { copyRectangle } from './copy-rectangle.ts';
import { createMask } from './create-mask.ts';
import { createPlane } from './create-plane.ts';
import type { Mask, Plane, RgbaImage, RgbImage, Size } from './types.ts';

/** A rectangle of whole pixels. */
export interface Rectangle extends Size {
  readonly x: number;
  readonly y: number;
}

/**
 * Cuts a rectangle out.
 *
 * @throws {RangeError} when it is empty, not of whole pixels, or does not lie inside.
 */
export function cropRgb(image: RgbImage, rectangle: Rectangle): RgbImage {
  requireInside(image, rectangle);
  const { x, y, width, height } = rectangle;
  const data = new Uint8Array(width * height * 3);
  copyRectangle(image, x, y, { width, height, data }, 0, 0, rectangle, 3);
  return { width, height, data };
}

/** `cropRgb` for a picture with alpha. */
export function cropRgba(image: RgbaImage, rectangle: Rectangle): RgbaImage {
  requireInside(image, rectangle);
  const { x, y, width, height } = rectangle;
  const data = new Uint8Array(width * height * 4);
  copyRectangle(image, x, y, { width, height, data }, 0, 0, rectangle, 4);
  return { width, height, data };
}

/** `cropRgb` for a plane. */
export function cropPlane(plane: Plane, rectangle: Rectangle): Plane {
  requireInside(plane, rectangle);
  const cropped = createPlane(rectangle.width, rectangle.height);
  copyRectangle(plane, rectangle.x, rectangle.y, cropped, 0, 0, rectangle, 1);
  return cropped;
}

/** `cropRgb` for a mask. */
export function cropMask(mask: Mask, rectangle: Rectangle): Mask {
  requireInside(mask, rectangle);
  const cropped = createMask(rectangle.width, rectangle.height);
  copyRectangle(mask, rectangle.x, rectangle.y, cropped, 0, 0, rectangle, 1);
  return cropped;
}

function requireInside(raster: Size, { x, y, width, height }: Rectangle): void {
  const whole = [x, y, width, height].every(Number.isInteger);
  const inside = x >= 0 && y >= 0 && x + width <= raster.width && y + height <= raster.height;
  if (!whole || !inside || width < 1 || height < 1) {
    throw new RangeError(
      `The rectangle ${width} by ${height} at (${x}, ${y}) does not lie in ${raster.width} by ${raster.height} pixels.`,
    );
  }
}
