import { cropMask, cropRgb, type Rectangle } from '@proteus/raster/crop.ts';
import { pushPullFill } from '@proteus/raster/push-pull-fill.ts';
import { restrictMask } from '@proteus/raster/restrict-mask.ts';
import type { Mask, RgbImage } from '@proteus/raster/types.ts';
import { squaredDepth } from './squared-depth.ts';

/** Pixels along the outline that carry the backdrop's light or a JPEG halo. */
const FRINGE = 2.5;

/** Colours are bled this far beyond the garment's bounding box, in parts of the height. */
const MARGIN = 0.05;

/**
 * Replaces the fringe of the garment and all around it by the garment's own colours, so that
 * sampling over the edge meets no backdrop. Narrow straps keep their middle line.
 *
 * @param mask the garment.
 * @param box the garment's bounding box.
 * @param trusted the part of it whose colours are its own; the holes of lace are not.
 */
export function bleedColour(
  picture: RgbImage,
  mask: Mask,
  box: Rectangle,
  trusted: Mask = mask,
): RgbImage {
  const margin = Math.ceil(MARGIN * mask.height);
  const x = Math.max(0, box.x - margin);
  const y = Math.max(0, box.y - margin);
  const width = Math.min(mask.width, box.x + box.width + margin) - x;
  const height = Math.min(mask.height, box.y + box.height + margin) - y;
  const around = { x, y, width, height };
  const known = wellInside(cropMask(mask, around));
  if (trusted !== mask) restrictMask(known, cropMask(trusted, around));
  const bled = pushPullFill(cropRgb(picture, around), known);
  const data = new Uint8Array(picture.data);
  for (let row = 0; row < height; row++) {
    const from = bled.data.subarray(row * width * 3, (row + 1) * width * 3);
    data.set(from, ((y + row) * picture.width + x) * 3);
  }
  return { width: picture.width, height: picture.height, data };
}

/** The garment without the fringe along its outline. */
function wellInside(mask: Mask): Mask {
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
  return { width, height, data: known };
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
