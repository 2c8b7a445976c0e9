import { deltaE2000Map } from '@proteus/raster/delta-e-2000.ts';
import { dilate } from '@proteus/raster/dilate.ts';
import { gaussianBlur } from '@proteus/raster/gaussian-blur.ts';
import { gmsd } from '@proteus/raster/gmsd.ts';
import { rgbToLab } from '@proteus/raster/rgb-to-lab.ts';
import { ssim } from '@proteus/raster/ssim.ts';
import type { Mask, RgbImage } from '@proteus/raster/types.ts';

/** How close a picture comes to the true photo. */
export interface TruthMeasures {
  /** Mean CIEDE2000 where the truth differs from the person's photo. */
  readonly deltaE: number;
  /** Mean structural similarity there, 1 = equal. */
  readonly ssim: number;
  /** Gradient magnitude similarity deviation there, 0 = equal. */
  readonly gmsd: number;
  /** Mean |result - person| further than `OUTSIDE_MARGIN` from there, 0 to 255. */
  readonly outside: number;
  /** Share of the picture that truly changes. */
  readonly region: number;
}

/** Softening of |truth - person| in pixels, and the level (0 to 255) from which it counts. */
const REGION_SIGMA = 2;
const REGION_LEVEL = 16;
/**
 * How far from the changed region, in pixels, a picture must be the person's own again: pale cloth on
 * a pale wall does not count as changed although it is, and a new sleeve may be a little wider.
 */
const OUTSIDE_MARGIN = 16;

/**
 * The region that truly changes: the mean over the channels of |truth - person|, blurred by
 * `REGION_SIGMA` pixels so that noise and thin misalignments fall away, at least `REGION_LEVEL`.
 */
export function changedRegion(person: RgbImage, truth: RgbImage): Mask {
  const { width, height } = person;
  const difference = new Float32Array(width * height);
  for (let pixel = 0; pixel < difference.length; pixel++) {
    let sum = 0;
    for (let channel = pixel * 3; channel < pixel * 3 + 3; channel++) {
      sum += Math.abs(truth.data[channel]! - person.data[channel]!);
    }
    difference[pixel] = sum / 3;
  }
  const smooth = gaussianBlur({ width, height, data: difference }, REGION_SIGMA).data;
  const region = new Uint8Array(width * height);
  for (let pixel = 0; pixel < region.length; pixel++) {
    region[pixel] = smooth[pixel]! >= REGION_LEVEL ? 255 : 0;
  }
  return { width, height, data: region };
}

/** Mean of a map where the region is set. */
function meanWithin(values: Float32Array, region: Uint8Array): number {
  let sum = 0;
  let count = 0;
  for (let i = 0; i < values.length; i++) {
    if (region[i] === 0) continue;
    sum += values[i]!;
    count++;
  }
  return count === 0 ? 0 : sum / count;
}

/** GMSD over the region: the map is half the picture's size. */
function deviationWithin(result: RgbImage, truth: RgbImage, region: Mask): number {
  const { map } = gmsd(result, truth);
  const half = new Uint8Array(map.data.length);
  for (let y = 0; y < map.height; y++) {
    for (let x = 0; x < map.width; x++) {
      half[y * map.width + x] = region.data[y * 2 * region.width + x * 2]!;
    }
  }
  const mean = meanWithin(map.data, half);
  let squares = 0;
  let count = 0;
  for (let i = 0; i < half.length; i++) {
    if (half[i] === 0) continue;
    squares += (map.data[i]! - mean) ** 2;
    count++;
  }
  return count === 0 ? 0 : Math.sqrt(squares / count);
}

/**
 * Compares a try-on with the true photo of that person in that garment.
 *
 * @throws {RangeError} when the three pictures' sizes differ.
 */
export function measureAgainstTruth(pictures: {
  readonly person: RgbImage;
  readonly result: RgbImage;
  readonly truth: RgbImage;
}): TruthMeasures {
  const { person, result, truth } = pictures;
  const region = changedRegion(person, truth);
  const differences = deltaE2000Map(rgbToLab(result), rgbToLab(truth));
  const around = dilate(region, OUTSIDE_MARGIN);
  let outside = 0;
  let elsewhere = 0;
  let changed = 0;
  for (let pixel = 0; pixel < region.data.length; pixel++) {
    if (region.data[pixel] !== 0) changed++;
    if (around.data[pixel] !== 0) continue;
    for (let channel = pixel * 3; channel < pixel * 3 + 3; channel++) {
      outside += Math.abs(result.data[channel]! - person.data[channel]!);
      elsewhere++;
    }
  }
  return {
    deltaE: meanWithin(differences.data, region.data),
    ssim: meanWithin(ssim(result, truth).map.data, region.data),
    gmsd: deviationWithin(result, truth, region),
    outside: elsewhere === 0 ? 0 : outside / elsewhere,
    region: changed / region.data.length,
  };
}
