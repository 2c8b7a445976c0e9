import { gaussianBlur } from '@proteus/raster/gaussian-blur.ts';
import { gradientMagnitude } from '@proteus/raster/gradient-magnitude.ts';
import type { LabImage, RgbImage } from '@proteus/raster/types.ts';

/** Lightness steps per pixel that are drawn fully white. */
const STRONG_EDGE = 12;

/** Draws the picture's edges, white on black, soft. */
export function drawEdges(lab: LabImage): RgbImage {
  const { width, height } = lab;
  const lightness = new Float32Array(width * height);
  for (let pixel = 0; pixel < lightness.length; pixel++) lightness[pixel] = lab.data[pixel * 3]!;
  const edges = gradientMagnitude(gaussianBlur({ width, height, data: lightness }, 1)).data;
  const drawn = new Uint8Array(width * height * 3);
  for (let pixel = 0; pixel < edges.length; pixel++) {
    const value = Math.min(255, (edges[pixel]! / STRONG_EDGE) * 255);
    drawn.fill(value, pixel * 3, pixel * 3 + 3);
  }
  return { width, height, data: drawn };
}
