/** A recursive filter whose forward and backward passes together blur by a Gaussian. */
export interface RecursiveGaussian {
  /** Weight of the input. */
  readonly gain: number;
  /** Weights of the four outputs before. */
  readonly feedback: readonly [number, number, number, number];
  /**
   * 4 by 4, row-major: from the last four forward outputs (last first, minus the edge's value) to
   * the four backward outputs beyond the edge (nearest first, minus the edge's value).
   */
  readonly edge: Float64Array;
}

/** Poles for sigma = 2, real and positive imaginary parts; their conjugates belong to the set. */
const POLES = [
  { re: 1.13228, im: 1.28114 },
  { re: 1.78534, im: 0.46763 },
] as const;

/**
 * Designs the fourth-order filter for a sigma of at least about 1.
 *
 * @see van Vliet, Young & Verbeek 1998, "Recursive Gaussian Derivative Filters" (poles, L∞).
 * @see Triggs & Sdika 2006, "Boundary Conditions for Young–van Vliet Recursive Filtering".
 */
export function recursiveGaussian(sigma: number): RecursiveGaussian {
  const scale = poleScale(sigma);
  const [p, q] = POLES.map(({ re, im }) => {
    const radius = Math.hypot(re, im) ** (-1 / scale);
    const angle = Math.atan2(im, re) / scale;
    return { linear: 2 * radius * Math.cos(angle), square: radius * radius };
  }) as [{ linear: number; square: number }, { linear: number; square: number }];
  const feedback = [
    p.linear + q.linear,
    -(p.square + q.square + p.linear * q.linear),
    p.linear * q.square + q.linear * p.square,
    -p.square * q.square,
  ] as const;
  // The product form of 1 - sum(feedback), which would cancel badly for large sigmas.
  const gain = (1 - p.linear + p.square) * (1 - q.linear + q.square);
  return { gain, feedback, edge: edgeMatrix(gain, feedback, sigma) };
}

/** The exponent that gives the two passes together exactly the variance sigma². */
function poleScale(sigma: number): number {
  let low = sigma / 8;
  let high = sigma * 2;
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2;
    if (variance(middle) < sigma * sigma) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** Sum of 2 d / (d - 1)² over the four poles d, each raised to the power 1 / scale. */
function variance(scale: number): number {
  let sum = 0;
  for (const { re, im } of POLES) {
    const radius = Math.hypot(re, im) ** (1 / scale);
    const angle = Math.atan2(im, re) / scale;
    const dRe = radius * Math.cos(angle);
    const dIm = radius * Math.sin(angle);
    const squareRe = (dRe - 1) * (dRe - 1) - dIm * dIm;
    const squareIm = 2 * (dRe - 1) * dIm;
    sum += (4 * (dRe * squareRe + dIm * squareIm)) / (squareRe * squareRe + squareIm * squareIm);
  }
  return sum;
}

/** Runs each unit state out beyond the edge until it has died away, and back again. */
function edgeMatrix(
  gain: number,
  feedback: readonly [number, number, number, number],
  sigma: number,
): Float64Array {
  const [f1, f2, f3, f4] = feedback;
  const length = Math.ceil(36 * sigma) + 16;
  const matrix = new Float64Array(16);
  const line = new Float64Array(length + 8);
  for (let state = 0; state < 4; state++) {
    line.fill(0);
    line[3 - state] = 1;
    for (let i = 4; i < length + 4; i++) {
      line[i] = f1 * line[i - 1]! + f2 * line[i - 2]! + f3 * line[i - 3]! + f4 * line[i - 4]!;
    }
    for (let i = length + 3; i >= 4; i--) {
      line[i] =
        gain * line[i]! +
        f1 * line[i + 1]! +
        f2 * line[i + 2]! +
        f3 * line[i + 3]! +
        f4 * line[i + 4]!;
    }
    for (let i = 0; i < 4; i++) matrix[i * 4 + state] = line[4 + i]!;
  }
  return matrix;
}
