import type { Point } from '@proteus/raster/types.ts';

/** A ball of a body's limb; lengths in the relief's own pixels. */
export interface Ball extends Point {
  readonly radius: number;
  /** Of its centre, towards the viewer. */
  readonly height: number;
}
