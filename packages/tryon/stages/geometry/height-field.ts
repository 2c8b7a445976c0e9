import type { Plane, Size } from '@proteus/raster/types.ts';

/** A coarse relief of the dressed body, as seen from the camera. */
export interface HeightField {
  /** Pixels of the working picture towards the viewer; 0 = background, the body above 0. */
  readonly height: Plane;
  /** Pixels of the working picture per pixel of `height`, the same both ways. */
  readonly scale: number;
}

/** Directions of a surface. */
export interface NormalMap extends Size {
  /** Interleaved unit vectors: x to the right, y up, z towards the viewer. */
  readonly data: Float32Array;
}
