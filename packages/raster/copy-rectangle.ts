import type { Size } from './types.ts';

/** Any raster of this floor: values in rows, `channels` for each pixel. */
interface Raster extends Size {
  readonly data: Uint8Array | Float32Array;
}

/** Copies a rectangle row by row; it must lie inside both rasters, which are of one kind. */
export function copyRectangle(
  source: Raster,
  sourceX: number,
  sourceY: number,
  target: Raster,
  targetX: number,
  targetY: number,
  size: Size,
  channels: number,
): void {
  for (let y = 0; y < size.height; y++) {
    const from = ((sourceY + y) * source.width + sourceX) * channels;
    const to = ((targetY + y) * target.width + targetX) * channels;
    target.data.set(source.data.subarray(from, from + size.width * channels), to);
  }
}
