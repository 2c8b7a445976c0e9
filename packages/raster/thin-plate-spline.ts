import { type CoordinateMap, createCoordinateMap } from './coordinate-map.ts';
import { solveLinear } from './solve-linear.ts';
import type { Point, Size } from './types.ts';

/** A smooth map of the plane that carries each `from` point to (or near) its `to` point. */
export interface ThinPlateSpline {
  /** Centre and inverse extent of the points: the spline is kept in unit coordinates. */
  readonly centre: Point;
  readonly scale: number;
  /** x, y of each control point in unit coordinates. */
  readonly controls: Float64Array;
  /** x, y weights of each control point, then of 1, x and y. */
  readonly weights: Float64Array;
}

/**
 * Fits the interpolating spline of least bending.
 *
 * @param stiffness 0 meets every point; larger values bend less and miss them more.
 * @throws {RangeError} when the lists differ in length, or the points lie on a line or coincide.
 * @see Bookstein 1989, "Principal Warps: Thin-Plate Splines and the Decomposition of Deformations".
 */
export function fitThinPlateSpline(
  from: readonly Point[],
  to: readonly Point[],
  stiffness = 0,
): ThinPlateSpline {
  if (from.length !== to.length || from.length < 3) {
    throw new RangeError(`A spline needs three pairs or more: ${from.length} and ${to.length}.`);
  }
  const count = from.length;
  const size = count + 3;
  const centre = {
    x: from.reduce((sum, { x }) => sum + x, 0) / count,
    y: from.reduce((sum, { y }) => sum + y, 0) / count,
  };
  const reach = from.reduce(
    (most, { x, y }) => Math.max(most, Math.abs(x - centre.x), Math.abs(y - centre.y)),
    0,
  );
  const scale = reach > 0 ? 1 / reach : 1;
  const controls = new Float64Array(count * 2);
  const matrix = new Float64Array(size * size);
  const weights = new Float64Array(size * 2);
  for (let i = 0; i < count; i++) {
    controls[i * 2] = (from[i]!.x - centre.x) * scale;
    controls[i * 2 + 1] = (from[i]!.y - centre.y) * scale;
    weights[i * 2] = to[i]!.x;
    weights[i * 2 + 1] = to[i]!.y;
  }
  for (let i = 0; i < count; i++) {
    const x = controls[i * 2]!;
    const y = controls[i * 2 + 1]!;
    for (let j = 0; j < count; j++) {
      matrix[i * size + j] = kernel(x - controls[j * 2]!, y - controls[j * 2 + 1]!);
    }
    matrix[i * size + i] = stiffness;
    const affine = [1, x, y];
    for (let k = 0; k < 3; k++) {
      matrix[i * size + count + k] = affine[k]!;
      matrix[(count + k) * size + i] = affine[k]!;
    }
  }
  solveLinear(matrix, weights, size, 2);
  return { centre, scale, controls, weights };
}

/** Where the spline carries a point. */
export function evaluateThinPlateSpline(spline: ThinPlateSpline, point: Point): Point {
  const { centre, scale, controls, weights } = spline;
  const x = (point.x - centre.x) * scale;
  const y = (point.y - centre.y) * scale;
  const affine = controls.length;
  let u = weights[affine]! + weights[affine + 2]! * x + weights[affine + 4]! * y;
  let v = weights[affine + 1]! + weights[affine + 3]! * x + weights[affine + 5]! * y;
  for (let i = 0; i < controls.length; i += 2) {
    const value = kernel(x - controls[i]!, y - controls[i + 1]!);
    u += weights[i]! * value;
    v += weights[i + 1]! * value;
  }
  return { x: u, y: v };
}

/** The spline at every pixel: fitted from target to source points, it draws a warped picture. */
export function thinPlateSplineMap(spline: ThinPlateSpline, size: Size): CoordinateMap {
  const { centre, scale, controls, weights } = spline;
  const map = createCoordinateMap(size.width, size.height);
  const affine = controls.length;
  for (let row = 0, at = 0; row < size.height; row++) {
    const y = (row - centre.y) * scale;
    for (let column = 0; column < size.width; column++, at++) {
      const x = (column - centre.x) * scale;
      let u = weights[affine]! + weights[affine + 2]! * x + weights[affine + 4]! * y;
      let v = weights[affine + 1]! + weights[affine + 3]! * x + weights[affine + 5]! * y;
      for (let i = 0; i < controls.length; i += 2) {
        const value = kernel(x - controls[i]!, y - controls[i + 1]!);
        u += weights[i]! * value;
        v += weights[i + 1]! * value;
      }
      map.x[at] = u;
      map.y[at] = v;
    }
  }
  return map;
}

/** r² ln r², the bending of a thin plate at distance r from a point load. */
function kernel(dx: number, dy: number): number {
  const square = dx * dx + dy * dy;
  return square > 0 ? square * Math.log(square) : 0;
}
