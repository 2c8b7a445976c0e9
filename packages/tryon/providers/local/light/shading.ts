import { PART } from '@proteus/contracts/person-parts.ts';
import { erode } from '@proteus/raster/erode.ts';
import { gaussianBlur } from '@proteus/raster/gaussian-blur.ts';
import type { Plane } from '@proteus/raster/types.ts';
import type { PersonAnalysis } from '../../../person-analysis.ts';
import { clamp, mix, smoothStep } from '../../../stages/warp/scalar.ts';
import { partMask } from '../part-mask.ts';

/** Lightness added before ratios are taken, so that dark cloth does not exaggerate. */
const DARK_OFFSET = 14;
/** Mean lightness between which cloth is dark; shine and noise on it say little of the light. */
const DARK = [10, 35] as const;
/** Share of its shading that black cloth is believed. */
const TRUST_IN_BLACK = 0.3;
/** Lightness further than this from the cloth's mean, in deviations and in steps, is a print's. */
const PRINT_CONTRAST = 2;
const LEAST_CONTRAST = 14;

/**
 * The old cloth's own light and shade, as a brightness factor around 1: its low-frequency lightness
 * against the neighbourhood's, weakened where the cloth is patterned and faded out before its edge.
 *
 * @param label the cloth's part.
 */
export function measureShading(
  person: PersonAnalysis,
  label: number = PART['upper-clothes'],
): Plane {
  const { width, height } = person.picture;
  const pixels = width * height;
  const unit = person.frame.shoulderWidth;
  const cloth = partMask(person.parts, (part) => part === label);
  const inside = erode(cloth, 4);
  const weight = new Float32Array(pixels);
  const lightness = new Float32Array(pixels);
  let total = 0;
  let sum = 0;
  let squares = 0;
  for (let pixel = 0; pixel < pixels; pixel++) {
    if (inside.data[pixel] === 0) continue;
    const value = person.lab.data[pixel * 3]!;
    weight[pixel] = 1;
    lightness[pixel] = value;
    total++;
    sum += value;
    squares += value * value;
  }
  const shade = new Float32Array(pixels).fill(1);
  const plane = { width, height, data: shade };
  if (total < 100) return plane;
  const mean = sum / total;
  const deviation = Math.sqrt(Math.max(0, squares / total - mean * mean));
  const bright = mix(TRUST_IN_BLACK, 1, smoothStep(DARK[0], DARK[1], mean));
  const trust = clamp(1.2 - deviation / 14, 0, 1) * bright;
  // A print is no light: what stands out too far is left to its surroundings.
  const farthest = Math.max(LEAST_CONTRAST, PRINT_CONTRAST * deviation);
  for (let pixel = 0; pixel < pixels; pixel++) {
    if (weight[pixel] === 0 || Math.abs(lightness[pixel]! - mean) <= farthest) continue;
    weight[pixel] = 0;
    lightness[pixel] = 0;
  }
  const fineWeight = gaussianBlur({ width, height, data: weight }, unit * 0.035).data;
  const fine = gaussianBlur({ width, height, data: lightness }, unit * 0.035).data;
  const coarseWeight = gaussianBlur({ width, height, data: weight }, unit * 0.25).data;
  const coarse = gaussianBlur({ width, height, data: lightness }, unit * 0.25).data;
  for (let pixel = 0; pixel < pixels; pixel++) {
    const here = fineWeight[pixel]!;
    if (here <= 0.3) continue;
    const local = fine[pixel]! / here;
    const around =
      coarseWeight[pixel]! > 0.02 ? mix(mean, coarse[pixel]! / coarseWeight[pixel]!, 0.6) : mean;
    const ratio = clamp((local + DARK_OFFSET) / (around + DARK_OFFSET), 0.6, 1.3) ** 1.25;
    shade[pixel] = mix(1, ratio, smoothStep(0.35, 0.95, here) * trust * 0.85);
  }
  return plane;
}
