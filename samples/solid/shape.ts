import type { Frame, Vector } from './vector.ts';

/** One cross-section of a loft: an ellipse-like outline across the loft's y axis. */
export interface LoftSection {
  /** Position along the loft's axis in metres. */
  readonly at: number;
  /** Half the extent along the frame's x axis. */
  readonly side: number;
  /** Extent along +z. */
  readonly front: number;
  /** Extent along -z. */
  readonly back: number;
  /** Offset of the section's middle from the axis. */
  readonly x?: number;
  readonly z?: number;
}

/** A capsule whose two ends differ in radius. */
export interface RoundCone {
  readonly kind: 'round-cone';
  readonly from: Vector;
  readonly to: Vector;
  readonly fromRadius: number;
  readonly toRadius: number;
}

export interface Ellipsoid {
  readonly kind: 'ellipsoid';
  readonly centre: Vector;
  readonly radii: Vector;
  readonly frame?: Frame;
}

/** A solid through cross-sections along the frame's y axis, flat at both ends. */
export interface Loft {
  readonly kind: 'loft';
  readonly origin: Vector;
  readonly frame?: Frame;
  /** At least two, by ascending `at`. */
  readonly sections: readonly LoftSection[];
}

export interface RoundedBox {
  readonly kind: 'rounded-box';
  readonly centre: Vector;
  readonly halves: Vector;
  readonly rounding: number;
  readonly frame?: Frame;
}

/** The half-space behind a plane. */
export interface HalfSpace {
  readonly kind: 'half-space';
  readonly point: Vector;
  /** Unit vector pointing out of the solid half. */
  readonly normal: Vector;
}

export type Shape = RoundCone | Ellipsoid | Loft | RoundedBox | HalfSpace;

/** How a shape joins what its layer holds so far. */
export type Operation = 'union' | 'subtract' | 'intersect';

/** One shape in one layer of a figure. */
export interface Primitive {
  readonly shape: Shape;
  /** Index of the layer; layers never blend into each other. */
  readonly layer: number;
  readonly operation: Operation;
  /** Radius of the smooth transition in metres, 0 = a sharp edge. */
  readonly blend: number;
  /** What the surface near this shape is (a part label or a texture region). */
  readonly tag: number;
}
