import { distanceTransform } from '@proteus/raster/distance-transform.ts';
import { gaussianBlur } from '@proteus/raster/gaussian-blur.ts';
import type { Mask, RgbImage, Size } from '@proteus/raster/types.ts';
import { clamp, mix } from '../../../stages/warp/scalar.ts';

/** What visible skin has over what would be drawn there, spread beyond it; a quarter of the size. */
export interface SkinDifference extends Size {
  /** Red, green, blue and distance to the visible skin in the picture's pixels, interleaved. */
  readonly data: Float32Array;
}

/** Values per pixel of a difference. */
const CHANNELS = 4;
/** The spread differences are smooth, so they are worked out at this fraction of the size. */
const SHRINK = 4;
/** Known pixels a shrunken pixel needs to count. */
const ENOUGH = 4;
/** Reaches in shoulder widths and weights of the kernels that together fall like a power of distance. */
const KERNELS = [
  [0.025, 1],
  [0.08, 0.06],
  [0.25, 0.004],
] as const;
/** Far from all of them the mean difference remains. */
const MEAN_WEIGHT = 1e-5;

/** Sums of the differences over the known pixels of each block, and how many there are. */
function sumBlocks(photo: RgbImage, drawn: RgbImage, known: Mask, small: Size): Float32Array {
  const sums = new Float32Array(small.width * small.height * CHANNELS);
  const { width, height } = photo;
  for (let y = 0; y < height; y++) {
    const row = Math.floor(y / SHRINK) * small.width;
    for (let x = 0; x < width; x++) {
      const pixel = y * width + x;
      if (known.data[pixel] === 0) continue;
      const at = (row + Math.floor(x / SHRINK)) * CHANNELS;
      for (let channel = 0; channel < 3; channel++) {
        sums[at + channel]! += photo.data[pixel * 3 + channel]! - drawn.data[pixel * 3 + channel]!;
      }
      sums[at + 3]!++;
    }
  }
  return sums;
}

/**
 * Spreads the difference between photo and drawn skin from where skin is seen to everywhere: each
 * pixel takes the mean of the seen ones, the nearest counting most by far, so that drawn skin meets
 * the visible without a step.
 *
 * @param known non-zero where skin is seen.
 * @param shoulderWidth in pixels.
 * @returns null when none is seen.
 * @see Shepard 1968, "A two-dimensional interpolation function for irregularly-spaced data".
 */
export function spreadDifference(
  photo: RgbImage,
  drawn: RgbImage,
  known: Mask,
  shoulderWidth: number,
): SkinDifference | null {
  const width = Math.ceil(photo.width / SHRINK);
  const height = Math.ceil(photo.height / SHRINK);
  const blocks = width * height;
  const sums = sumBlocks(photo, drawn, known, { width, height });
  const seen = new Uint8Array(blocks);
  const mean = new Float64Array(CHANNELS);
  for (let block = 0; block < blocks; block++) {
    if (sums[block * CHANNELS + 3]! < ENOUGH) continue;
    seen[block] = 255;
    for (let channel = 0; channel < CHANNELS; channel++) {
      mean[channel]! += sums[block * CHANNELS + channel]!;
    }
  }
  if (mean[3] === 0) return null;
  const data = new Float32Array(blocks * CHANNELS);
  const plane = { width, height, data: new Float32Array(blocks) };
  for (let channel = 0; channel < CHANNELS; channel++) {
    for (let block = 0; block < blocks; block++) {
      plane.data[block] = seen[block] === 0 ? 0 : sums[block * CHANNELS + channel]!;
    }
    for (const [reach, weight] of KERNELS) {
      const blurred = gaussianBlur(plane, Math.max(0.5, (reach * shoulderWidth) / SHRINK)).data;
      for (let block = 0; block < blocks; block++) {
        data[block * CHANNELS + channel]! += weight * blurred[block]!;
      }
    }
  }
  const squared = distanceTransform({ width, height, data: seen });
  for (let block = 0; block < blocks; block++) {
    const at = block * CHANNELS;
    const total = Math.max(0, data[at + 3]!) + MEAN_WEIGHT;
    for (let channel = 0; channel < 3; channel++) {
      const far = (mean[channel]! / mean[3]!) * MEAN_WEIGHT;
      data[at + channel] = clamp((data[at + channel]! + far) / total, -255, 255);
    }
    data[at + 3] = Math.sqrt(squared[block]!) * SHRINK;
  }
  return { width, height, data };
}

/** Reads a difference at a pixel of the picture (bilinear) into `out`: red, green, blue, distance. */
export function readDifference(
  difference: SkinDifference,
  x: number,
  y: number,
  out: Float32Array,
): void {
  const { width, height, data } = difference;
  const column = clamp((x + 0.5) / SHRINK - 0.5, 0, width - 1);
  const row = clamp((y + 0.5) / SHRINK - 0.5, 0, height - 1);
  const left = Math.floor(column);
  const top = Math.floor(row);
  const right = Math.min(width - 1, left + 1);
  const bottom = Math.min(height - 1, top + 1);
  const tx = column - left;
  const ty = row - top;
  for (let channel = 0; channel < CHANNELS; channel++) {
    const a = data[(top * width + left) * CHANNELS + channel]!;
    const b = data[(top * width + right) * CHANNELS + channel]!;
    const c = data[(bottom * width + left) * CHANNELS + channel]!;
    const d = data[(bottom * width + right) * CHANNELS + channel]!;
    out[channel] = (a + (b - a) * tx) * (1 - ty) + (c + (d - c) * tx) * ty;
  }
}

/** Reads a difference; the weight falls from 1 beside visible skin to what counts everywhere. */
export function readFading(
  difference: SkinDifference | null,
  x: number,
  y: number,
  beside: number,
  reach: number,
  everywhere: number,
  out: Float32Array,
): number {
  if (difference === null) return 0;
  readDifference(difference, x, y, out);
  return mix(everywhere, 1, Math.exp(-((Math.max(0, out[3]! - beside) / reach) ** 2)));
}
