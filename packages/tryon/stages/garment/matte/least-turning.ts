import type { Point } from '@proteus/raster/types.ts';

/** Rounds of reweighting; after these nothing moves by a tenth of a pixel. */
const ROUNDS = 16;
/** Turning in radians from one point to the next up to which a curve is as good as straight. */
const STRAIGHT = 0.01;

/**
 * The curve near a row of points that turns least in all: straight or gently bent where the points
 * merely waver, with a corner where they turn a corner.
 *
 * @param points about evenly spaced.
 * @param weights what a pixel's squared distance from each point costs; above 0.
 * @param stiffness what a turn by one radian costs.
 * @param spacing pixels from one point to the next.
 * @see Kim, Koh, Boyd & Gorinevsky 2009, "ℓ1 Trend Filtering"; here by reweighted least squares.
 */
export function leastTurning(
  points: readonly Point[],
  weights: Float64Array,
  stiffness: number,
  spacing: number,
): Point[] {
  const count = points.length;
  const xs = Float64Array.from(points, ({ x }) => x);
  const ys = Float64Array.from(points, ({ y }) => y);
  const [x, y] = [xs.slice(), ys.slice()];
  // Of the turn at each point, two further on: before the first and behind the last there is none.
  const bends = new Float64Array(count + 2);
  for (let round = 0; round < ROUNDS; round++) {
    for (let i = 1; i < count - 1; i++) {
      const dx = x[i - 1]! - 2 * x[i]! + x[i + 1]!;
      const dy = y[i - 1]! - 2 * y[i]! + y[i + 1]!;
      const turn = Math.max(Math.sqrt(dx * dx + dy * dy), STRAIGHT * spacing);
      bends[i + 1] = stiffness / (2 * spacing * turn);
    }
    solve(weights, bends, xs, x);
    solve(weights, bends, ys, y);
  }
  return Array.from(x, (value, i) => ({ x: value, y: y[i]! }));
}

/**
 * Solves (W + Dᵀ B D) p = W q, D being the second difference: by L E Lᵀ, L having two diagonals below
 * its own and E nothing else.
 *
 * @param out receives p.
 */
function solve(
  weights: Float64Array,
  bends: Float64Array,
  q: Float64Array,
  out: Float64Array,
): void {
  const count = weights.length;
  const own = new Float64Array(count);
  const below = new Float64Array(count);
  const second = new Float64Array(count);
  for (let i = 0; i < count; i++) {
    const before = bends[i]!;
    const here = bends[i + 1]!;
    let main = weights[i]! + before + 4 * here + bends[i + 2]!;
    let value = weights[i]! * q[i]!;
    let beside = -2 * (before + here);
    if (i > 1) {
      second[i] = before / own[i - 2]!;
      beside -= before * below[i - 1]!;
      main -= second[i]! * before;
      value -= second[i]! * out[i - 2]!;
    }
    if (i > 0) {
      below[i] = beside / own[i - 1]!;
      main -= below[i]! * beside;
      value -= below[i]! * out[i - 1]!;
    }
    own[i] = main;
    out[i] = value;
  }
  for (let i = count - 1; i >= 0; i--) {
    let value = out[i]! / own[i]!;
    if (i + 1 < count) value -= below[i + 1]! * out[i + 1]!;
    if (i + 2 < count) value -= second[i + 2]! * out[i + 2]!;
    out[i] = value;
  }
}
