import { createPlane } from './create-plane.ts';
import type { Plane, RgbImage } from './types.ts';

/**
 * Maps a destination pixel (x, y) to the source position (a x + b y + c, d x + e y + f); pixel
 * centres are whole numbers on both sides.
 */
export type AffineMatrix = readonly [
  a: number,
  b: number,
  c: number,
  d: number,
  e: number,
  f: number,
];

/**
 * Draws the image through an affine map, bilinear. Beyond the image everything has the colour
 * `fill`, and the outermost half pixel blends with it (OpenCV's constant border).
 *
 * @param matrix from destination to source.
 * @param width pixels of the result.
 * @param height pixels of the result.
 */
export function warpAffineRgb(
  image: RgbImage,
  matrix: AffineMatrix,
  width: number,
  height: number,
  fill: readonly [r: number, g: number, b: number] = [0, 0, 0],
): RgbImage {
  const { data: source } = image;
  const target = new Uint8Array(width * height * 3);
  const [a, b, c, d, e, f] = matrix;
  for (let y = 0, at = 0; y < height; y++) {
    for (let x = 0; x < width; x++, at += 3) {
      const sx = a * x + b * y + c;
      const sy = d * x + e * y + f;
      const left = Math.floor(sx);
      const top = Math.floor(sy);
      const tx = sx - left;
      const ty = sy - top;
      const inside = left >= 0 && top >= 0 && left < image.width - 1 && top < image.height - 1;
      const i = (top * image.width + left) * 3;
      for (let k = 0; k < 3; k++) {
        let value: number;
        if (inside) {
          const j = i + k;
          const below = j + image.width * 3;
          const upper = source[j]! + tx * (source[j + 3]! - source[j]!);
          const lower = source[below]! + tx * (source[below + 3]! - source[below]!);
          value = upper + ty * (lower - upper);
        } else {
          value = borderSample(
            source,
            image.width,
            image.height,
            3,
            k,
            left,
            top,
            tx,
            ty,
            fill[k]!,
          );
        }
        target[at + k] = value + 0.5;
      }
    }
  }
  return { width, height, data: target };
}

/**
 * Draws the plane through an affine map, bilinear; like `warpAffineRgb`.
 *
 * @param matrix from destination to source.
 */
export function warpAffinePlane(
  plane: Plane,
  matrix: AffineMatrix,
  width: number,
  height: number,
  fill = 0,
): Plane {
  const warped = createPlane(width, height);
  const { data: source } = plane;
  const [a, b, c, d, e, f] = matrix;
  for (let y = 0, at = 0; y < height; y++) {
    for (let x = 0; x < width; x++, at++) {
      const sx = a * x + b * y + c;
      const sy = d * x + e * y + f;
      const left = Math.floor(sx);
      const top = Math.floor(sy);
      const tx = sx - left;
      const ty = sy - top;
      if (left >= 0 && top >= 0 && left < plane.width - 1 && top < plane.height - 1) {
        const i = top * plane.width + left;
        const below = i + plane.width;
        const upper = source[i]! + tx * (source[i + 1]! - source[i]!);
        const lower = source[below]! + tx * (source[below + 1]! - source[below]!);
        warped.data[at] = upper + ty * (lower - upper);
      } else {
        warped.data[at] = borderSample(
          source,
          plane.width,
          plane.height,
          1,
          0,
          left,
          top,
          tx,
          ty,
          fill,
        );
      }
    }
  }
  return warped;
}

function borderSample(
  source: Uint8Array | Float32Array,
  width: number,
  height: number,
  channels: number,
  channel: number,
  left: number,
  top: number,
  tx: number,
  ty: number,
  fill: number,
): number {
  if (!(left >= -1 && top >= -1 && left < width && top < height)) return fill;
  let sum = 0;
  for (let dy = 0; dy < 2; dy++) {
    for (let dx = 0; dx < 2; dx++) {
      const x = left + dx;
      const y = top + dy;
      const inside = x >= 0 && y >= 0 && x < width && y < height;
      const value = inside ? source[(y * width + x) * channels + channel]! : fill;
      sum += value * (dx === 0 ? 1 - tx : tx) * (dy === 0 ? 1 - ty : ty);
    }
  }
  return sum;
}
