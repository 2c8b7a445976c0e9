import { pushPullFill } from '@proteus/raster/push-pull-fill.ts';
import type { Mask, RgbImage } from '@proteus/raster/types.ts';

/** The fill is smooth, so it is worked out at this fraction of the size. */
const SHRINK = 4;
/** Known pixels a shrunken pixel needs to count as known. */
const ENOUGH = 4;

/** Averages the known pixels of every block; blocks with too few of them are unknown. */
function averageKnown(image: RgbImage, known: Mask): { image: RgbImage; known: Mask } {
  const { width, height, data } = image;
  const columns = Math.ceil(width / SHRINK);
  const rows = Math.ceil(height / SHRINK);
  const sums = new Float32Array(columns * rows * 3);
  const counts = new Uint8Array(columns * rows);
  for (let y = 0; y < height; y++) {
    const row = Math.floor(y / SHRINK) * columns;
    for (let x = 0; x < width; x++) {
      const pixel = y * width + x;
      if (known.data[pixel] === 0) continue;
      const block = row + Math.floor(x / SHRINK);
      sums[block * 3]! += data[pixel * 3]!;
      sums[block * 3 + 1]! += data[pixel * 3 + 1]!;
      sums[block * 3 + 2]! += data[pixel * 3 + 2]!;
      counts[block]!++;
    }
  }
  const small = new Uint8Array(columns * rows * 3);
  const smallKnown = new Uint8Array(columns * rows);
  for (let block = 0; block < counts.length; block++) {
    const count = counts[block]!;
    if (count < ENOUGH) continue;
    smallKnown[block] = 255;
    for (let channel = block * 3; channel < block * 3 + 3; channel++) {
      small[channel] = Math.round(sums[channel]! / count);
    }
  }
  return {
    image: { width: columns, height: rows, data: small },
    known: { width: columns, height: rows, data: smallKnown },
  };
}

/** A smooth continuation of known pixels, at a fraction of the picture's size. */
export interface RegionFill {
  readonly small: RgbImage;
}

/**
 * Continues the known pixels smoothly over the whole picture.
 *
 * @returns null when nothing at all is known.
 */
export function fillFromRegion(image: RgbImage, known: Mask): RegionFill | null {
  const small = averageKnown(image, known);
  if (!small.known.data.includes(255)) return null;
  return { small: pushPullFill(small.image, small.known) };
}

/** Reads a fill at a pixel of the picture (bilinear) into `colour`: r, g, b from 0 to 255. */
export function readFill(fill: RegionFill, x: number, y: number, colour: Float32Array): void {
  const { width, height, data } = fill.small;
  const column = Math.min(width - 1, Math.max(0, (x + 0.5) / SHRINK - 0.5));
  const row = Math.min(height - 1, Math.max(0, (y + 0.5) / SHRINK - 0.5));
  const left = Math.floor(column);
  const top = Math.floor(row);
  const right = Math.min(width - 1, left + 1);
  const bottom = Math.min(height - 1, top + 1);
  const tx = column - left;
  const ty = row - top;
  for (let channel = 0; channel < 3; channel++) {
    const upper =
      data[(top * width + left) * 3 + channel]! * (1 - tx) +
      data[(top * width + right) * 3 + channel]! * tx;
    const lower =
      data[(bottom * width + left) * 3 + channel]! * (1 - tx) +
      data[(bottom * width + right) * 3 + channel]! * tx;
    colour[channel] = upper + (lower - upper) * ty;
  }
}
