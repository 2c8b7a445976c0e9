import type { RgbImage, Size } from '@proteus/raster/types.ts';
import { gaussianAt } from './noise.ts';
import { developed } from './tone.ts';

/** Strength of the film grain in sRGB steps at middle grey. */
const GRAIN = 2.1;

/** Turns linear light into an sRGB picture with a photo's grain. */
export function developPicture(light: Float32Array, size: Size, seed: number): RgbImage {
  const { width, height } = size;
  const data = new Uint8Array(width * height * 3);
  for (let i = 0; i < width * height; i++) {
    const x = i % width;
    const y = (i - x) / width;
    const shared = gaussianAt(x, y, seed);
    for (let c = 0; c < 3; c++) {
      const value = developed(light[i * 3 + c]!);
      const own = gaussianAt(x + 8192, y, seed + c + 1);
      const visible = 0.55 + 0.45 * Math.sin((Math.PI * value) / 255);
      data[i * 3 + c] = Math.max(
        0,
        Math.min(255, Math.round(value + GRAIN * visible * (shared * 0.8 + own * 0.45))),
      );
    }
  }
  return { width, height, data };
}
