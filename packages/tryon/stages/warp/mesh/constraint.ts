import type { Point } from '@proteus/raster/types.ts';

/** A point of the flat garment that should come to lie at a point of the picture. */
export interface Constraint {
  /** In garment pixels. */
  readonly source: Point;
  /** In picture pixels. */
  readonly target: Point;
  /** Pull relative to the rigidity of one mesh edge. */
  readonly weight: number;
  /** The `GARMENT_PART` whose mesh it holds. */
  readonly part: number;
}

/** A 2 × 2 matrix, row-major: how far a part of the garment is scaled before it is bent. */
export type Stretch = readonly [number, number, number, number];

/** Scales by `along` in the direction of the unit vector `axis` and by `across` beside it. */
export function axisStretch(axis: Point, along: number, across: number): Stretch {
  const shear = (along - across) * axis.x * axis.y;
  return [
    along * axis.x * axis.x + across * axis.y * axis.y,
    shear,
    shear,
    along * axis.y * axis.y + across * axis.x * axis.x,
  ];
}
