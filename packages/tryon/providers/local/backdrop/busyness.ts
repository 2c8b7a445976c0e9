import { dilate } from '@proteus/raster/dilate.ts';
import { gaussianBlur } from '@proteus/raster/gaussian-blur.ts';
import type { Mask, Plane, RgbImage } from '@proteus/raster/types.ts';
import { fillFromRegion, type RegionFill, readFill } from '../plate/region-fill.ts';

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

/** Errors of a smooth guess, by block of `SHRINK` by `SHRINK` pixels. */
interface Errors {
  readonly sums: Plane;
  readonly counts: Plane;
  readonly mean: number;
}

function sumErrors(picture: RgbImage, tried: Uint8Array, guess: RegionFill): Errors {
  const { width, height, data } = picture;
  const size = { width: Math.ceil(width / SHRINK), height: Math.ceil(height / SHRINK) };
  const sums = new Float32Array(size.width * size.height);
  const counts = new Float32Array(size.width * size.height);
  const colour = new Float32Array(3);
  let total = 0;
  let count = 0;
  for (let y = 0; y < height; y += 2) {
    for (let x = 0; x < width; x += 2) {
      const pixel = y * width + x;
      if (tried[pixel] === 0) continue;
      readFill(guess, x, y, colour);
      const red = data[pixel * 3]! - colour[0]!;
      const green = data[pixel * 3 + 1]! - colour[1]!;
      const blue = data[pixel * 3 + 2]! - colour[2]!;
      const error = Math.min(MOST, Math.sqrt((red * red + green * green + blue * blue) / 3));
      const block = Math.floor(y / SHRINK) * size.width + Math.floor(x / SHRINK);
      sums[block]! += error;
      counts[block]!++;
      total += error;
      count++;
    }
  }
  return {
    sums: { ...size, data: sums },
    counts: { ...size, data: counts },
    mean: count === 0 ? 0 : total / count,
  };
}

/**
 * How far a smooth fill of the backdrop errs, in 8-bit steps, where clothes hide it, at a quarter of the
 * size: where the backdrop is known beside them, a smooth fill is tried and compared with it.
 *
 * @param known 255 = the backdrop's own pixels.
 * @param hidden 255 = where it is not to be seen.
 * @param unit shoulder width in pixels.
 * @returns null where it is plain all around, or too little is known to try.
 */
export function measureBusyness(
  picture: RgbImage,
  known: Mask,
  hidden: Mask,
  unit: number,
): Plane | null {
  const { width, height } = picture;
  const near = dilate(hidden, TRIED * unit).data;
  const far = known.data.map((value, pixel) => (near[pixel] === 0 ? value : 0));
  const guess = fillFromRegion(picture, { width, height, data: far });
  if (guess === null) return null;
  const tried = known.data.map((value, pixel) => (near[pixel] === 0 ? 0 : value));
  const { sums, counts, mean } = sumErrors(picture, tried, guess);
  if (mean < BUSY) return null;
  const sigma = (AROUND * unit) / SHRINK;
  const error = gaussianBlur(sums, sigma).data;
  const count = gaussianBlur(counts, sigma).data;
  const data = error.map((sum, block) => {
    // The blur may undershoot a little.
    return (Math.max(0, sum) + PRIOR * mean) / (Math.max(0, count[block]!) + PRIOR);
  });
  return { width: sums.width, height: sums.height, data };
}

/** Reads what `measureBusyness` measured at a pixel of the picture. */
export function busynessAt({ width, data }: Plane, x: number, y: number): number {
  return data[Math.floor(y / SHRINK) * width + Math.floor(x / SHRINK)]!;
}
