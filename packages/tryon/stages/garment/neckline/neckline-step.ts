import { boxBlur } from '@proteus/raster/box-blur.ts';
import type { Rectangle } from '@proteus/raster/crop.ts';
import { multiplyPlanes } from '@proteus/raster/multiply-planes.ts';
import type { LabImage, Mask, Point } from '@proteus/raster/types.ts';
import { mix } from '../../warp/scalar.ts';
import { isInside } from '../outline/outline.ts';
import { fallAt, type NecklineCurve, type NecklineShape } from './neckline-shape.ts';

const SAMPLES = 41;
/** Samples next to the curve's ends are left out: seams and labels meet there. */
const MARGIN = 4;
/** ΔE of a colour step beyond which it counts no more. */
const CLEAR_STEP = 12;
/** Share of the samples that must lie on cloth. */
const LEAST_INSIDE = 0.55;
/** A sample agrees with the mean step when it has this part of it, and a little ΔE more. */
const AGREEING = 0.35;
const AGREEING_MORE = 0.6;

/** How far around a label's box its own colours may reach, pixels. */
const LABEL_EDGE = 4;
/** Around each pixel the texture is measured this far, pixels. */
const TEXTURE_RADIUS = 3;

/** Smoothed colours around the neck opening. */
export interface NeckRegion {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly channels: readonly Float32Array[];
}

/**
 * The same with the makers' labels painted over, for their edges are no neckline, and with the cloth's
 * texture as one more channel: a lining of the front's own colour mostly lacks what covers the front.
 *
 * @param labels their boxes in pixels of the photo.
 */
export function withoutLabels(region: NeckRegion, labels: readonly Rectangle[]): NeckRegion {
  const channels = region.channels.map((channel) => channel.slice());
  for (const { x, y, width, height } of labels) {
    const first = Math.max(0, x - region.x - LABEL_EDGE);
    const last = Math.min(region.width - 1, x - region.x + width - 1 + LABEL_EDGE);
    const bottom = Math.min(region.height, y - region.y + height + LABEL_EDGE);
    for (let row = Math.max(0, y - region.y - LABEL_EDGE); row < bottom; row++) {
      const start = row * region.width;
      for (const data of channels) {
        const from = data[start + first]!;
        const to = data[start + last]!;
        for (let column = first; column <= last; column++) {
          data[start + column] = mix(from, to, (column - first) / Math.max(1, last - first));
        }
      }
    }
  }
  const lightness = { width: region.width, height: region.height, data: channels[0]! };
  const mean = boxBlur(lightness, TEXTURE_RADIUS).data;
  const squares = boxBlur(multiplyPlanes(lightness, lightness), TEXTURE_RADIUS).data;
  const texture = squares.map((value, i) => Math.sqrt(Math.max(0, value - mean[i]! ** 2)));
  return { ...region, channels: [...channels, texture] };
}

/** Cuts the surroundings of the neck opening out of the photo. */
export function neckRegion(lab: LabImage, left: Point, right: Point, deepest: number): NeckRegion {
  const margin = Math.ceil(0.02 * lab.height);
  const x = Math.max(0, Math.floor(left.x) - margin);
  const y = Math.max(0, Math.floor(Math.min(left.y, right.y)) - margin);
  const width = Math.min(lab.width, Math.ceil(right.x) + margin) - x;
  const height = Math.min(lab.height, Math.ceil(Math.max(left.y, right.y) + deepest) + margin) - y;
  const channels = [0, 1, 2].map((channel) => {
    const data = new Float32Array(width * height);
    for (let row = 0; row < height; row++) {
      for (let column = 0; column < width; column++) {
        data[row * width + column] = lab.data[((y + row) * lab.width + x + column) * 3 + channel]!;
      }
    }
    return boxBlur(boxBlur({ width, height, data }, 1), 1).data;
  });
  return { x, y, width, height, channels };
}

/** Where along a curve, 0 to 1, a sample is taken: closer together where U-shapes are steep. */
function placeOf(sample: number): number {
  return 0.5 - 0.5 * Math.cos((Math.PI * sample) / (SAMPLES - 1));
}

/** Fall and its change by `v` at every sample, interleaved. */
export function fallProfile(shape: NecklineShape): Float64Array {
  const profile = new Float64Array(2 * SAMPLES);
  for (let sample = 0; sample < SAMPLES; sample++) {
    const v = placeOf(sample);
    profile[2 * sample] = fallAt(shape, v);
    profile[2 * sample + 1] = (fallAt(shape, v + 0.01) - fallAt(shape, v - 0.01)) / 0.02;
  }
  return profile;
}

/** Where a curve runs at its samples, and how steeply. @param profile of the curve's shape. */
function pointsOn(
  { left, right, depth, shape }: NecklineCurve,
  profile: Float64Array,
): (sample: number) => Point & { readonly slope: number } {
  const share = 1 - shape.insetLeft - shape.insetRight;
  const across = share * (right.x - left.x);
  const drop = share * (right.y - left.y);
  const startX = left.x + shape.insetLeft * (right.x - left.x);
  const startY = left.y + shape.insetLeft * (right.y - left.y);
  return (sample) => {
    const v = placeOf(sample);
    return {
      x: startX + v * across,
      y: startY + v * drop + depth * profile[2 * sample]!,
      slope: (drop + depth * profile[2 * sample + 1]!) / across,
    };
  };
}

/**
 * How far the colours along a curve spread around their mean.
 *
 * @returns ΔE; infinite where the curve leaves the cloth.
 */
export function spreadAlong(region: NeckRegion, mask: Mask, curve: NecklineCurve): number {
  const at = pointsOn(curve, fallProfile(curve.shape));
  const sums = [0, 0, 0];
  let squares = 0;
  let count = 0;
  for (let sample = MARGIN; sample < SAMPLES - MARGIN; sample++) {
    const { x, y } = at(sample);
    const pixel = isInside(mask, x, y) ? pixelOf(region, x, y) : -1;
    if (pixel < 0) continue;
    count++;
    for (let channel = 0; channel < 3; channel++) {
      const value = region.channels[channel]![pixel]!;
      sums[channel]! += value;
      squares += value * value;
    }
  }
  if (count < LEAST_INSIDE * (SAMPLES - 2 * MARGIN)) return Number.POSITIVE_INFINITY;
  const mean = sums.reduce((sum, value) => sum + (value / count) ** 2, 0);
  return Math.sqrt(Math.max(0, squares / count - mean));
}

/**
 * Mean colour step across a curve, weighted by how evenly it runs along it: the middle and both
 * sides must show it alike, as a seam does and a print below it does not.
 *
 * @param profile of the curve's shape.
 * @param offset how far on either side the colours are compared, in pixels.
 * @returns ΔE; 0 where the curve leaves the cloth.
 */
export function stepAcross(
  region: NeckRegion,
  mask: Mask,
  { left, right, depth, shape }: NecklineCurve,
  profile: Float64Array,
  offset: number,
): number {
  const { channels } = region;
  const steps = new Float64Array(channels.length * SAMPLES);
  const taken = new Uint8Array(SAMPLES);
  const mean = channels.map(() => 0);
  let inside = 0;
  const total = SAMPLES - 2 * MARGIN;
  const at = pointsOn({ left, right, depth, shape }, profile);
  for (let sample = MARGIN; sample < SAMPLES - MARGIN; sample++) {
    const { x, y, slope } = at(sample);
    const length = Math.sqrt(1 + slope * slope);
    const nx = (-slope / length) * offset;
    const ny = (1 / length) * offset;
    // Pixels next to the outline carry the backdrop's light, which is no step in the cloth.
    if (!isInside(mask, x - 2 * nx, y - 2 * ny) || !isInside(mask, x + nx, y + ny)) continue;
    const above = pixelOf(region, x - nx, y - ny);
    const below = pixelOf(region, x + nx, y + ny);
    if (above < 0 || below < 0) continue;
    let squared = 0;
    const first = sample * channels.length;
    for (let channel = 0; channel < channels.length; channel++) {
      const step = channels[channel]![below]! - channels[channel]![above]!;
      steps[first + channel] = step;
      squared += step * step;
    }
    const scale = Math.min(1, CLEAR_STEP / (Math.sqrt(squared) + 1e-6));
    for (let channel = 0; channel < channels.length; channel++) {
      steps[first + channel]! *= scale;
      mean[channel]! += steps[first + channel]! / total;
    }
    taken[sample] = 1;
    inside++;
  }
  if (inside < LEAST_INSIDE * total) return 0;
  return evenStep(steps, taken, mean, total);
}

function evenStep(
  steps: Float64Array,
  taken: Uint8Array,
  mean: readonly number[],
  total: number,
): number {
  const size = Math.hypot(...mean);
  const thirds = [0, 0, 0];
  let agreeing = 0;
  for (let sample = MARGIN; sample < SAMPLES - MARGIN; sample++) {
    if (!taken[sample]) continue;
    let along = 0;
    for (let channel = 0; channel < mean.length; channel++) {
      along += (steps[sample * mean.length + channel]! * mean[channel]!) / (size + 1e-6);
    }
    if (along > AGREEING * size + AGREEING_MORE) agreeing++;
    thirds[Math.floor((3 * (sample - MARGIN)) / total)]! += (3 * along) / total;
  }
  const weakest = Math.max(0, Math.min(...thirds));
  const evenness = agreeing / total;
  return Math.sqrt(size * weakest) * evenness * evenness;
}

/** Index of a photo's place in the region; -1 outside. */
export function pixelOf(region: NeckRegion, x: number, y: number): number {
  const column = Math.round(x) - region.x;
  const row = Math.round(y) - region.y;
  if (column < 0 || row < 0 || column >= region.width || row >= region.height) return -1;
  return row * region.width + column;
}
