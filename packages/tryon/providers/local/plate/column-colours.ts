import { gaussianBlur } from '@proteus/raster/gaussian-blur.ts';
import type { Mask, RgbImage } from '@proteus/raster/types.ts';

/** Columns with less than this, in pixels after softening, know nothing of their own. */
const LEAST_WEIGHT = 0.5;

/**
 * The mean colour of each column's uppermost known pixels: panels and stripes that run up and down
 * go on, folds do not. Columns without any take the nearest one's.
 *
 * @param depth how many known pixels of a column count.
 * @param softness of the colours across the columns, in pixels.
 * @returns r, g, b per column, 0 to 255; null where nothing is known.
 */
export function columnColours(
  picture: RgbImage,
  known: Mask,
  depth: number,
  softness: number,
): Float32Array | null {
  const { width, height } = known;
  const sums = [0, 1, 2, 3].map(() => new Float32Array(width));
  for (let x = 0; x < width; x++) {
    let count = 0;
    for (let y = 0; y < height && count < depth; y++) {
      const pixel = y * width + x;
      if (known.data[pixel] === 0) continue;
      count++;
      for (let channel = 0; channel < 3; channel++) {
        sums[channel]![x]! += picture.data[pixel * 3 + channel]!;
      }
    }
    sums[3]![x] = count;
  }
  if (sums[3]!.every((count) => count === 0)) return null;
  const [red, green, blue, weight] = sums.map(
    (data) => gaussianBlur({ width, height: 1, data }, softness).data,
  );
  const colours = new Float32Array(width * 3);
  const write = (x: number, from: number) => {
    colours[x * 3] = red![from]! / weight![from]!;
    colours[x * 3 + 1] = green![from]! / weight![from]!;
    colours[x * 3 + 2] = blue![from]! / weight![from]!;
  };
  const isSeen = (x: number): boolean => weight![x]! > LEAST_WEIGHT;
  const first = weight!.findIndex((_, x) => isSeen(x));
  let last = Math.max(0, first);
  for (let x = 0; x < width; x++) {
    if (isSeen(x)) last = x;
    write(x, last);
  }
  return colours;
}
