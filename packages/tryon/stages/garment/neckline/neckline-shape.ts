import type { Point } from '@proteus/raster/types.ts';

/** A curve: depth at v is (1 - |2v - 1|^power)^root of the greatest, between two insets. */
export interface NecklineShape {
  readonly power: number;
  readonly root: number;
  /** Part of the width on the left and on the right in which the curve has not begun to fall. */
  readonly insetLeft: number;
  readonly insetRight: number;
}

/** A curve between the collar points. */
export interface NecklineCurve {
  readonly left: Point;
  readonly right: Point;
  readonly shape: NecklineShape;
  /** Greatest depth below the line between the collar points, in pixels. */
  readonly depth: number;
}

/** The front neckline between the collar points. */
export interface Neckline extends NecklineCurve {
  /** How clearly the colours differ across the curve, in ΔE; above about 1 it is believed. */
  readonly strength: number;
}

/** Row of a neckline at `u` (0 = left collar point, 1 = right). */
export function necklineRow({ left, right, shape, depth }: NecklineCurve, u: number): number {
  const { insetLeft, insetRight } = shape;
  const within = (u - insetLeft) / (1 - insetLeft - insetRight);
  return left.y + u * (right.y - left.y) + depth * fallAt(shape, within);
}

/** Part of its depth that a neckline has reached at `v`, 0 to 1 between the insets. */
export function fallAt({ power, root }: Pick<NecklineShape, 'power' | 'root'>, v: number): number {
  const across = Math.min(1, Math.abs(2 * v - 1));
  return (1 - across ** power) ** root;
}
