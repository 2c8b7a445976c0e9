import { copyRectangle } from './copy-rectangle.ts';
import { createMask } from './create-mask.ts';
import { createPlane } from './create-plane.ts';
import type { Mask, Plane, RgbImage } from './types.ts';

/** Pixels to add on each side; whole and not negative. */
export interface Padding {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/**
 * Adds a border of one colour.
 *
 * @throws {RangeError} when the padding is negative or not whole.
 */
export function padRgb(
  image: RgbImage,
  padding: Padding,
  fill: readonly [r: number, g: number, b: number],
): RgbImage {
  requireWhole(padding);
  const width = image.width + padding.left + padding.right;
  const height = image.height + padding.top + padding.bottom;
  const data = new Uint8Array(width * height * 3);
  for (let i = 0; i < data.length; i += 3) data.set(fill, i);
  copyRectangle(image, 0, 0, { width, height, data }, padding.left, padding.top, image, 3);
  return { width, height, data };
}

/** `padRgb` for a plane. */
export function padPlane(plane: Plane, padding: Padding, fill = 0): Plane {
  requireWhole(padding);
  const { left, top, right, bottom } = padding;
  const padded = createPlane(plane.width + left + right, plane.height + top + bottom, fill);
  copyRectangle(plane, 0, 0, padded, left, top, plane, 1);
  return padded;
}

/** `padRgb` for a mask. */
export function padMask(mask: Mask, padding: Padding, fill = 0): Mask {
  requireWhole(padding);
  const { left, top, right, bottom } = padding;
  const padded = createMask(mask.width + left + right, mask.height + top + bottom, fill);
  copyRectangle(mask, 0, 0, padded, left, top, mask, 1);
  return padded;
}

function requireWhole({ left, top, right, bottom }: Padding): void {
  if (![left, top, right, bottom].every((side) => Number.isInteger(side) && side >= 0)) {
    throw new RangeError(`Padding must be whole: ${left}, ${top}, ${right}, ${bottom}.`);
  }
}
