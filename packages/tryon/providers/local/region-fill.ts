import { pushPullFill } from '@proteus/raster/push-pull-fill.ts';
import { resizeRgb } from '@proteus/raster/resize-rgb.ts';
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

/**
 * Continues the known pixels smoothly over the whole picture.
 *
 * @returns null when nothing at all is known.
 */
export function fillFromRegion(image: RgbImage, known: Mask): RgbImage | null {
  const small = averageKnown(image, known);
  if (!small.known.data.includes(255)) return null;
  const filled = pushPullFill(small.image, small.known);
  return resizeRgb(filled, image.width, image.height);
}
