/**
 * Writes the Catmull–Rom weights of the four neighbours of a position `t` (0 to 1) past the second.
 *
 * @see Keys 1981, "Cubic Convolution Interpolation for Digital Image Processing" (a = -1/2).
 */
export function catmullRomWeights(t: number, weights: Float64Array): void {
  const square = t * t;
  const cube = square * t;
  weights[0] = square - 0.5 * (cube + t);
  weights[1] = 1.5 * cube - 2.5 * square + 1;
  weights[2] = 2 * square + 0.5 * t - 1.5 * cube;
  weights[3] = 0.5 * (cube - square);
}
