import type { Size } from './types.ts';

/**
 * For every target pixel the source position it shows, in source pixels; NaN (in `x` and `y`)
 * where nothing is to be drawn.
 */
export interface CoordinateMap extends Size {
  readonly x: Float32Array;
  readonly y: Float32Array;
}

/** A map that shows nothing anywhere. */
export function createCoordinateMap(width: number, height: number): CoordinateMap {
  return {
    width,
    height,
    x: new Float32Array(width * height).fill(Number.NaN),
    y: new Float32Array(width * height).fill(Number.NaN),
  };
}
