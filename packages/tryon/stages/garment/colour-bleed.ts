import { pushPullFill } from '@proteus/raster/push-pull-fill.ts';
import type { Mask, RgbImage } from '@proteus/raster/types.ts';
import { squaredDepth } from './squared-depth.ts';

/** Pixels along the outline that carry the backdrop's light or a JPEG halo. */
const FRINGE = 2.5;

/**
 * Replaces the fringe of the garment and everything beyond it by the garment's own colours, so
 * that sampling over the edge meets no backdrop. Narrow straps keep their middle line.
 *
 * @param mask the garment.
 */
export function bleedColour(picture: RgbImage, mask: Mask): RgbImage {
  const { width, height } = mask;
  const squared = squaredDepth(mask);
  const known = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const i = y * width + x;
      const depth = squared[i]!;
      if (depth > FRINGE * FRINGE) known[i] = 255;
      else if (depth > 0 && isRidge(squared, width, height, x, y)) known[i] = 255;
    }
  }
  return pushPullFill(picture, { width, height, data: known });
}

/** Whether no neighbour lies deeper inside: the middle line of something narrow. */
function isRidge(
  squared: Float32Array,
  width: number,
  height: number,
  x: number,
  y: number,
): boolean {
  const depth = squared[y * width + x]!;
  for (let dy = -1; dy <= 1; dy++) {
    for (let dx = -1; dx <= 1; dx++) {
      const column = x + dx;
      const row = y + dy;
      if (column < 0 || row < 0 || column >= width || row >= height) continue;
      if (squared[row * width + column]! > depth) return false;
    }
  }
  return true;
}
