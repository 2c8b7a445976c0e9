import { createMask } from '@proteus/raster/create-mask.ts';
import { dilate } from '@proteus/raster/dilate.ts';
import { gaussianBlur } from '@proteus/raster/gaussian-blur.ts';
import { pushPullFill } from '@proteus/raster/push-pull-fill.ts';
import type { Mask, Plane, RgbImage, Size } from '@proteus/raster/types.ts';

/** The backdrop is guessed this far from the hole as if it were unknown there, in shoulder widths. */
const TRIED = 0.2;
/** Guesses are judged together this far around, in shoulder widths. */
const AROUND = 0.15;
/** One stray edge tells no more than this, in 8-bit steps. */
const MOST = 40;
/**
 * Mean error of the guesses, in 8-bit steps, from which a backdrop counts as busy: studio walls have 0 to
 * 5, streets, rooms, bricks and curtains 9 to 28.
 */
const BUSY = 6.5;
/** Where few guesses are near, the mean of all counts as much as this many. */
const PRIOR = 0.05;
/** The measure is slow to change: it is worked out at this fraction of the size. */
const SHRINK = 4;

/** Every so many-th pixel of a row, and row, is looked at. */
const STEP = 2;
/** Looked at and known pixels that a block needs to count as known. */
const ENOUGH = 2;

/** Something by block of `SHRINK` by `SHRINK` pixels: sums of red, green and blue, and how many. */
interface Blocks extends Size {
  readonly sums: Float32Array;
  readonly counts: Uint8Array;
}

function sumBlocks({ width, height, data }: RgbImage, known: Uint8Array): Blocks {
  const size = { width: Math.ceil(width / SHRINK), height: Math.ceil(height / SHRINK) };
  const sums = new Float32Array(size.width * size.height * 3);
  const counts = new Uint8Array(size.width * size.height);
  for (let y = 0; y < height; y += STEP) {
    const row = Math.floor(y / SHRINK) * size.width;
    for (let x = 0; x < width; x += STEP) {
      const pixel = y * width + x;
      if (known[pixel] === 0) continue;
      const block = row + Math.floor(x / SHRINK);
      for (let channel = 0; channel < 3; channel++) {
        sums[block * 3 + channel]! += data[pixel * 3 + channel]!;
      }
      counts[block]!++;
    }
  }
  return { ...size, sums, counts };
}

/** Blocks that a mask touches. */
function shrinkMask({ width, height, data }: Mask): Mask {
  const small = createMask(Math.ceil(width / SHRINK), Math.ceil(height / SHRINK));
  for (let y = 0; y < height; y += STEP) {
    const row = Math.floor(y / SHRINK) * small.width;
    for (let x = 0; x < width; x += STEP) {
      if (data[y * width + x] !== 0) small.data[row + Math.floor(x / SHRINK)] = 255;
    }
  }
  return small;
}

/** Continues the means of the blocks that are known and not near over the others; null where none are. */
function guessSmoothly({ width, height, sums, counts }: Blocks, near: Uint8Array): RgbImage | null {
  const means = new Uint8Array(sums.length);
  const far = createMask(width, height);
  for (let block = 0; block < counts.length; block++) {
    const count = counts[block]!;
    if (count < ENOUGH || near[block] !== 0) continue;
    far.data[block] = 255;
    for (let at = block * 3; at < block * 3 + 3; at++) means[at] = Math.round(sums[at]! / count);
  }
  if (!far.data.includes(255)) return null;
  return pushPullFill({ width, height, data: means }, far);
}

/** Sums, by block, how far the known pixels that are near depart from a guess. */
function sumErrors(
  { width, height, data }: RgbImage,
  known: Uint8Array,
  near: Uint8Array,
  guess: RgbImage,
): { readonly sums: Float32Array; readonly counts: Float32Array } {
  const sums = new Float32Array(near.length);
  const counts = new Float32Array(near.length);
  for (let y = 0; y < height; y += STEP) {
    const row = Math.floor(y / SHRINK) * guess.width;
    for (let x = 0; x < width; x += STEP) {
      const block = row + Math.floor(x / SHRINK);
      const pixel = y * width + x;
      if (near[block] === 0 || known[pixel] === 0) continue;
      const red = data[pixel * 3]! - guess.data[block * 3]!;
      const green = data[pixel * 3 + 1]! - guess.data[block * 3 + 1]!;
      const blue = data[pixel * 3 + 2]! - guess.data[block * 3 + 2]!;
      sums[block]! += Math.min(MOST, Math.sqrt((red * red + green * green + blue * blue) / 3));
      counts[block]!++;
    }
  }
  return { sums, counts };
}

/**
 * How far a smooth fill of the backdrop errs, in 8-bit steps, where clothes hide it, at a quarter of the
 * size: where the backdrop is known beside them, a smooth fill is tried and compared with it.
 *
 * @param known non-zero = the backdrop's own pixels.
 * @param hidden non-zero = where it is not to be seen.
 * @param unit shoulder width in pixels.
 * @returns null where it is plain all around, or too little is known to try.
 */
export function measureBusyness(
  picture: RgbImage,
  known: Mask,
  hidden: Mask,
  unit: number,
): Plane | null {
  const near = dilate(shrinkMask(hidden), (TRIED * unit) / SHRINK);
  const { width, height } = near;
  const guess = guessSmoothly(sumBlocks(picture, known.data), near.data);
  if (guess === null) return null;
  const { sums, counts } = sumErrors(picture, known.data, near.data, guess);
  let total = 0;
  let tried = 0;
  for (let block = 0; block < sums.length; block++) {
    total += sums[block]!;
    tried += counts[block]!;
  }
  const mean = total / Math.max(1, tried);
  if (mean < BUSY) return null;
  const sigma = (AROUND * unit) / SHRINK;
  const error = gaussianBlur({ width, height, data: sums }, sigma).data;
  const count = gaussianBlur({ width, height, data: counts }, sigma).data;
  for (let block = 0; block < error.length; block++) {
    // The blur may undershoot a little.
    const weight = Math.max(0, count[block]!) + PRIOR;
    error[block] = (Math.max(0, error[block]!) + PRIOR * mean) / weight;
  }
  return { width, height, data: error };
}

/** Reads what `measureBusyness` measured at a pixel of the picture. */
export function busynessAt({ width, data }: Plane, x: number, y: number): number {
  return data[Math.floor(y / SHRINK) * width + Math.floor(x / SHRINK)]!;
}
