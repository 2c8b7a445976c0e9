import { PART } from '@proteus/contracts/person-parts.ts';
import { createPlane } from '@proteus/raster/create-plane.ts';
import { erode } from '@proteus/raster/erode.ts';
import { gaussianBlur } from '@proteus/raster/gaussian-blur.ts';
import { nonZeroBox } from '@proteus/raster/non-zero-box.ts';
import type { Plane } from '@proteus/raster/types.ts';
import { clamp, mix, smoothStep } from '../../../stages/warp/scalar.ts';
import type { NearbyPerson } from '../crop-person.ts';
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
/** Softness of a place's own light and of its neighbourhood's, in shoulder widths. */
const FINE = 0.035;
const COARSE = 0.25;
/** Share of cloth around a place, within the finer softness, below which nothing is said of it: never beyond that softness from the cloth. */
const LEAST_HERE = 0.3;

/**
 * The old cloth's own light and shade, as a brightness factor around 1: its low-frequency lightness
 * against the neighbourhood's, weakened where the cloth is patterned and faded out before its edge.
 *
 * @param label the cloth's part.
 */
export function measureShading(person: NearbyPerson, label: number = PART['upper-clothes']): Plane {
  const { width, height } = person.picture;
  const unit = person.frame.shoulderWidth;
  const shade = createPlane(width, height, 1);
  const cloth = partMask(person.parts, (part) => part === label);
  const inside = erode(cloth, 4);
  // Elsewhere no shade is told, and nothing weighs anything.
  const box = nonZeroBox(inside, Math.ceil(FINE * unit));
  if (box === null) return shade;
  const pixels = box.width * box.height;
  const places = new Int32Array(pixels);
  const weight = new Float32Array(pixels);
  const lightness = new Float32Array(pixels);
  let total = 0;
  let sum = 0;
  let squares = 0;
  for (let y = 0, i = 0; y < box.height; y++) {
    let place = (box.y + y) * width + box.x;
    for (const end = i + box.width; i < end; i++, place++) {
      places[i] = place;
      if (inside.data[place] === 0) continue;
      const value = person.lab.data[place * 3]!;
      weight[i] = 1;
      lightness[i] = value;
      total++;
      sum += value;
      squares += value * value;
    }
  }
  if (total < 100) return shade;
  const mean = sum / total;
  const deviation = Math.sqrt(Math.max(0, squares / total - mean * mean));
  const bright = mix(TRUST_IN_BLACK, 1, smoothStep(DARK[0], DARK[1], mean));
  const trust = clamp(1.2 - deviation / 14, 0, 1) * bright;
  // A print is no light: what stands out too far is left to its surroundings.
  const farthest = Math.max(LEAST_CONTRAST, PRINT_CONTRAST * deviation);
  for (let i = 0; i < pixels; i++) {
    if (weight[i] === 0 || Math.abs(lightness[i]! - mean) <= farthest) continue;
    weight[i] = 0;
    lightness[i] = 0;
  }
  const blurred = (data: Float32Array, softness: number) =>
    gaussianBlur({ width: box.width, height: box.height, data }, softness * unit).data;
  const fineWeight = blurred(weight, FINE);
  const fine = blurred(lightness, FINE);
  const coarseWeight = blurred(weight, COARSE);
  const coarse = blurred(lightness, COARSE);
  for (let i = 0; i < pixels; i++) {
    const here = fineWeight[i]!;
    if (here <= LEAST_HERE) continue;
    const local = fine[i]! / here;
    const around = coarseWeight[i]! > 0.02 ? mix(mean, coarse[i]! / coarseWeight[i]!, 0.6) : mean;
    const ratio = clamp((local + DARK_OFFSET) / (around + DARK_OFFSET), 0.6, 1.3) ** 1.25;
    shade.data[places[i]!] = mix(1, ratio, smoothStep(0.35, 0.95, here) * trust * 0.85);
  }
  return shade;
}
