import { borrowFloats, giveBackFloats } from './borrowed-floats.ts';
import { convolveSeparable } from './convolve-separable.ts';
import { createPlane } from './create-plane.ts';
import { gaussianKernel } from './gaussian-kernel.ts';
import { type RecursiveGaussian, recursiveGaussian } from './recursive-gaussian.ts';
import type { Plane } from './types.ts';

/** Up to here the kernel itself is as cheap as the recursion, and exact. */
export const DIRECT_BELOW = 1.5;

/**
 * Gaussian blur with replicated edges; the time does not depend on sigma. Small sigmas use the
 * sampled kernel, larger ones a fourth-order recursive filter (within 0.5 % of the peak of the
 * true kernel from sigma 2 on, 1.1 % at 1.5), forward and backward, so that the result is symmetric and keeps constants.
 *
 * @param sigma standard deviation in pixels; 0 copies.
 * @param blurred receives the result: a plane of zeros, or the plane itself where nobody else needs it.
 * @throws {RangeError} when sigma is negative or not finite.
 * @see van Vliet, Young & Verbeek 1998, "Recursive Gaussian Derivative Filters".
 */
export function gaussianBlur(
  plane: Plane,
  sigma: number,
  blurred: Plane = createPlane(plane.width, plane.height),
): Plane {
  if (!(sigma >= 0) || sigma === Number.POSITIVE_INFINITY) {
    throw new RangeError(`Sigma must be finite and not negative, not ${sigma}.`);
  }
  const { width, height } = plane;
  if (sigma >= 0.05 && sigma < DIRECT_BELOW) {
    return convolveSeparable(plane, gaussianKernel(sigma), blurred);
  }
  if (sigma < 0.05) {
    blurred.data.set(plane.data);
    return blurred;
  }
  const across = borrowFloats(width * height);
  const filter = recursiveGaussian(sigma);
  const rows = { count: height, length: width, across: width, along: 1 };
  const columns = { count: width, length: height, across: 1, along: width };
  filterLines(plane.data, across, rows, filter);
  filterLines(across, blurred.data, columns, filter);
  giveBackFloats(across);
  return blurred;
}

/** Parallel lines through a plane: its rows or its columns. */
interface Lines {
  readonly count: number;
  readonly length: number;
  /** From one line to the next, and from one value of a line to the next, in values. */
  readonly across: number;
  readonly along: number;
}

/** Filters lines two by two: each waits for its own last value, and neither for the other's. */
function filterLines(
  source: Float32Array,
  target: Float32Array,
  { count, length, across, along }: Lines,
  { gain, feedback, edge }: RecursiveGaussian,
): void {
  const [f1, f2, f3, f4] = feedback;
  const forward = new Float64Array(2 * length);
  const beyond = new Float64Array(4);
  const end = (length - 1) * along;
  for (let line = 0; line < count; line += 2) {
    // The last of an odd number is done twice.
    let i = line * across;
    let j = Math.min(line + 1, count - 1) * across;
    let a = source[i]!;
    let b = a;
    let c = a;
    let d = a;
    let e = source[j]!;
    let f = e;
    let g = e;
    let h = e;
    const [last, other] = [source[i + end]!, source[j + end]!];
    for (let n = 0; n < forward.length; n += 2) {
      const one = f1 * a + (gain * source[i]! + f2 * b + f3 * c + f4 * d);
      const two = f1 * e + (gain * source[j]! + f2 * f + f3 * g + f4 * h);
      d = c;
      c = b;
      b = a;
      a = one;
      h = g;
      g = f;
      f = e;
      e = two;
      forward[n] = one;
      forward[n + 1] = two;
      i += along;
      j += along;
    }
    continueBeyond(beyond, edge, last, a, b, c, d);
    a = beyond[0]!;
    b = beyond[1]!;
    c = beyond[2]!;
    d = beyond[3]!;
    continueBeyond(beyond, edge, other, e, f, g, h);
    e = beyond[0]!;
    f = beyond[1]!;
    g = beyond[2]!;
    h = beyond[3]!;
    for (let n = forward.length - 2; n >= 0; n -= 2) {
      i -= along;
      j -= along;
      const one = f1 * a + (gain * forward[n]! + f2 * b + f3 * c + f4 * d);
      const two = f1 * e + (gain * forward[n + 1]! + f2 * f + f3 * g + f4 * h);
      d = c;
      c = b;
      b = a;
      a = one;
      h = g;
      g = f;
      f = e;
      e = two;
      target[i] = one;
      target[j] = two;
    }
  }
}

/** The first four values of the backward pass beyond the far edge, nearest first. */
function continueBeyond(
  beyond: Float64Array,
  edge: Float64Array,
  level: number,
  a: number,
  b: number,
  c: number,
  d: number,
): void {
  for (let i = 0, m = 0; i < 4; i++, m += 4) {
    beyond[i] =
      level +
      edge[m]! * (a - level) +
      edge[m + 1]! * (b - level) +
      edge[m + 2]! * (c - level) +
      edge[m + 3]! * (d - level);
  }
}
