/** A point or direction in metres: x to the picture's right, y up, z towards the camera. */
export type Vector = readonly [number, number, number];

/** An orthonormal frame: its x, y and z axes. */
export type Frame = readonly [Vector, Vector, Vector];

/** The world's own axes. */
export const WORLD_FRAME: Frame = [
  [1, 0, 0],
  [0, 1, 0],
  [0, 0, 1],
];

export function add(a: Vector, b: Vector): Vector {
  return [a[0] + b[0], a[1] + b[1], a[2] + b[2]];
}

export function subtract(a: Vector, b: Vector): Vector {
  return [a[0] - b[0], a[1] - b[1], a[2] - b[2]];
}

export function scale(a: Vector, factor: number): Vector {
  return [a[0] * factor, a[1] * factor, a[2] * factor];
}

export function dot(a: Vector, b: Vector): number {
  return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
}

export function cross(a: Vector, b: Vector): Vector {
  return [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]];
}

export function length(a: Vector): number {
  return Math.sqrt(dot(a, a));
}

/** The vector at length 1. */
export function normalise(a: Vector): Vector {
  return scale(a, 1 / length(a));
}

/** The point at `t` (0 = a, 1 = b) on the line through both. */
export function mix(a: Vector, b: Vector, t: number): Vector {
  return [a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t, a[2] + (b[2] - a[2]) * t];
}

/** A frame whose y axis is `up` and whose z axis is as near to `front` as that allows. */
export function frameAlong(up: Vector, front: Vector): Frame {
  const y = normalise(up);
  const x = normalise(cross(y, front));
  return [x, y, cross(x, y)];
}

/** The world position of a point given in a frame at `origin`. */
export function fromFrame(origin: Vector, frame: Frame, local: Vector): Vector {
  return add(
    origin,
    add(add(scale(frame[0], local[0]), scale(frame[1], local[1])), scale(frame[2], local[2])),
  );
}
