import { createMask } from '@proteus/raster/create-mask.ts';
import { pushPullFill } from '@proteus/raster/push-pull-fill.ts';
import { resizePlane } from '@proteus/raster/resize-plane.ts';
import { resizeRgb } from '@proteus/raster/resize-rgb.ts';
import { rgbToLab } from '@proteus/raster/rgb-to-lab.ts';
import type { LabImage, RgbImage } from '@proteus/raster/types.ts';
import { BIN_VOLUME } from './colour-model.ts';

/** The backdrop varies slowly: it is filled in behind the person at this part of the parse size. */
const COARSENESS = 4;
/** Surely background, surely outside the blur of the person mask. */
const CLEAR = 0.04;
const LEAST_SPREAD = 1.6;
const MOST_SPREAD = 9;

/**
 * How well each pixel's colour agrees with the backdrop as it goes on behind the person, as a
 * density in mass per histogram cell. On a plain backdrop this tells a white shirt from a pale
 * wall, which the cells of a histogram cannot; before a street it says next to nothing.
 *
 * @param picture at the parse size, as are `lab` and `person`.
 */
export function backgroundDensity(
  picture: RgbImage,
  lab: LabImage,
  person: Float32Array,
): Float32Array {
  const { width, height } = picture;
  const coarse = {
    width: Math.max(1, Math.round(width / COARSENESS)),
    height: Math.max(1, Math.round(height / COARSENESS)),
  };
  const coarsePerson = resizePlane({ width, height, data: person }, coarse.width, coarse.height);
  const known = createMask(coarse.width, coarse.height);
  let clear = 0;
  for (let i = 0; i < known.data.length; i++) {
    if (coarsePerson.data[i]! >= CLEAR) continue;
    known.data[i] = 255;
    clear++;
  }
  const density = new Float32Array(person.length);
  if (clear === 0) return density;
  const backdrop = pushPullFill(resizeRgb(picture, coarse.width, coarse.height), known);
  const expected = rgbToLab(resizeRgb(backdrop, width, height)).data;
  const distances = new Float32Array(person.length);
  const sample: number[] = [];
  for (let i = 0, j = 0; i < distances.length; i++, j += 3) {
    const l = lab.data[j]! - expected[j]!;
    const a = lab.data[j + 1]! - expected[j + 1]!;
    const b = lab.data[j + 2]! - expected[j + 2]!;
    distances[i] = l * l + a * a + b * b;
    if (person[i]! < CLEAR && i % 7 === 0) sample.push(distances[i]!);
  }
  sample.sort((a, b) => a - b);
  const usual = Math.sqrt(sample[Math.floor(sample.length * 0.8)] ?? 0);
  const spread = Math.min(MOST_SPREAD, Math.max(LEAST_SPREAD, usual));
  const peak = BIN_VOLUME / ((2 * Math.PI) ** 1.5 * spread ** 3);
  const scale = -0.5 / spread ** 2;
  for (let i = 0; i < density.length; i++) density[i] = peak * Math.exp(distances[i]! * scale);
  return density;
}
