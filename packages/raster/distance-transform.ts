import { columnDistance } from './column-distance.ts';
import type { Mask } from './types.ts';

/**
 * Squared Euclidean distance from every pixel to the nearest set pixel of a mask, exact.
 *
 * @param mask non-zero = set; width and height together at most 65,535.
 * @returns squared distances in pixels², row-major, `Infinity` everywhere when no pixel is set.
 * @see Felzenszwalb & Huttenlocher 2012, "Distance Transforms of Sampled Functions".
 */
export function distanceTransform(mask: Mask): Float32Array {
  const { width, height } = mask;
  const down = columnDistance(
    mask.data,
    width,
    { x: 0, y: 0, width, height },
    'set',
    width + height,
  );
  const squared = new Float32Array(width * height);
  const parabolas = new Int32Array(width);
  const starts = new Float64Array(width + 1);
  const heights = new Float64Array(width);
  for (let y = 0; y < height; y++) {
    const row = y * width;
    for (let x = 0; x < width; x++) {
      if (down[row + x] === 0) continue;
      // Between two set pixels nothing beyond them is nearer than they are.
      const first = Math.max(0, x - 1);
      while (x < width && down[row + x] !== 0) x++;
      const count = Math.min(width, x + 1) - first;
      lowerEnvelope(down, squared, row + first, count, parabolas, starts, heights);
    }
  }
  // A column without a set pixel stands at a finite, unreachable distance; all of them: none set.
  if (squared[0]! >= (width + height) ** 2) squared.fill(Number.POSITIVE_INFINITY);
  return squared;
}

/** A part of a row: the lower envelope of the parabolas (x - q)² + down(q)². */
function lowerEnvelope(
  down: Uint16Array,
  squared: Float32Array,
  from: number,
  width: number,
  parabolas: Int32Array,
  starts: Float64Array,
  heights: Float64Array,
): void {
  let last = 0;
  parabolas[0] = 0;
  starts[0] = Number.NEGATIVE_INFINITY;
  heights[0] = down[from]! * down[from]!;
  for (let q = 1; q < width; q++) {
    const lift = down[from + q]! * down[from + q]! + q * q;
    heights[q] = lift;
    let meet = crossing(lift, q, heights, parabolas[last]!);
    while (meet <= starts[last]!) {
      last--;
      meet = crossing(lift, q, heights, parabolas[last]!);
    }
    last++;
    parabolas[last] = q;
    starts[last] = meet;
  }
  starts[last + 1] = Number.POSITIVE_INFINITY;
  for (let x = 0, k = 0; x < width; x++) {
    while (starts[k + 1]! < x) k++;
    const q = parabolas[k]!;
    const fall = down[from + q]!;
    squared[from + x] = (x - q) * (x - q) + fall * fall;
  }
}

/** Where the parabola of q falls below that of p; `heights` hold f(p) + p². */
function crossing(lift: number, q: number, heights: Float64Array, p: number): number {
  return (lift - heights[p]!) / (2 * (q - p));
}
