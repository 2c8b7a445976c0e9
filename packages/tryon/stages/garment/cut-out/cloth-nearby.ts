import { boxBlur } from '@proteus/raster/box-blur.ts';
import { createPlane } from '@proteus/raster/create-plane.ts';
import type { BackgroundModel } from '../backdrop/background-model.ts';

/** Side in pixels of the cells that colours are averaged in: finer would only cost time. */
const CELL = 4;
/** How far cloth counts as near, in cells, twice. */
const RADIUS = 4;
/** Share of those cells that must be cloth for a mean. */
const LEAST_SHARE = 0.01;

/** How the cloth near a pixel differs from the backdrop. */
export interface ClothNearby {
  /** On average, in L*, a* and b*. */
  readonly offset: readonly [number, number, number];
  /** Variance of that in L*, squared. */
  readonly variance: number;
}

/**
 * How the cloth near a pixel differs from the backdrop.
 *
 * @param core 1 where cloth is sure, else 0, in the model's window.
 * @returns a function of the pixel's index; null where no sure cloth is near.
 */
export function measureClothNearby(
  core: Float32Array,
  model: BackgroundModel,
): (pixel: number) => ClothNearby | null {
  const { width, height } = model.difference;
  const columns = Math.ceil(width / CELL);
  const rows = Math.ceil(height / CELL);
  const [weight, squares, ...offsets] = Array.from({ length: 5 }, () => createPlane(columns, rows));
  for (let y = 0, i = 0; y < height; y++) {
    const row = Math.floor(y / CELL) * columns;
    for (let x = 0; x < width; x++, i++) {
      if (core[i] === 0) continue;
      const cell = row + Math.floor(x / CELL);
      weight!.data[cell]! += 1 / CELL ** 2;
      const lightness = model.photo.data[3 * i]! - model.lab.data[3 * i]!;
      squares!.data[cell]! += lightness ** 2 / CELL ** 2;
      for (let channel = 0; channel < 3; channel++) {
        const offset = model.photo.data[3 * i + channel]! - model.lab.data[3 * i + channel]!;
        offsets[channel]!.data[cell]! += offset / CELL ** 2;
      }
    }
  }
  const [near, square, l, a, b] = [weight!, squares!, ...offsets].map(
    (plane) => boxBlur(boxBlur(plane, RADIUS), RADIUS).data,
  );
  return (pixel) => {
    const x = pixel % width;
    const cell = Math.floor((pixel - x) / width / CELL) * columns + Math.floor(x / CELL);
    const share = near![cell]!;
    if (share < LEAST_SHARE) return null;
    const lightness = l![cell]! / share;
    return {
      offset: [lightness, a![cell]! / share, b![cell]! / share],
      variance: Math.max(0, square![cell]! / share - lightness ** 2),
    };
  };
}
