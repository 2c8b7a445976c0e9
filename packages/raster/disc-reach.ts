import { columnDistance } from './column-distance.ts';
import { nonZeroBox } from './non-zero-box.ts';
import type { Mask } from './types.ts';

/**
 * Writes `value` wherever a pixel of one kind lies within `radius` (Euclidean, inclusive): the heart of
 * dilation and erosion. Only the surroundings of the mask's set pixels are looked at, as elsewhere
 * neither changes anything; the time does not depend on the radius.
 *
 * @param kind which pixels reach out: the set ones or the unset ones.
 * @param radius pixels, need not be whole.
 * @param target receives `value`, row-major, of the mask's size.
 * @throws {RangeError} when the radius is negative or not a number.
 */
export function writeDiscReach(
  mask: Mask,
  kind: 'set' | 'unset',
  radius: number,
  target: Uint8Array,
  value: number,
): void {
  if (!(radius >= 0)) throw new RangeError(`A radius cannot be ${radius}.`);
  const { width, height, data } = mask;
  const margin = Math.min(Math.floor(radius), Math.max(width, height));
  const window = nonZeroBox(mask, margin);
  if (window === null) return;
  const limit = margin + 1;
  const down = columnDistance(data, width, window, kind, limit);
  // How far a column whose nearest such pixel is d rows away reaches along this row.
  const reach = Int32Array.from({ length: limit }, (_, d) =>
    Math.floor(Math.sqrt(Math.min(radius * radius - d * d, width * width))),
  );
  for (let y = 0; y < window.height; y++) {
    const to = (window.y + y) * width + window.x;
    writeRow(down, y * window.width, reach, target, to, window.width, value);
  }
}

function writeRow(
  down: Uint16Array,
  from: number,
  reach: Int32Array,
  target: Uint8Array,
  to: number,
  width: number,
  value: number,
): void {
  const limit = reach.length;
  // From the left and from the right: up to which column the reach goes on.
  for (let x = 0, end = -1; x < width; x++) {
    const fall = down[from + x]!;
    if (fall < limit) {
      const reached = x + reach[fall]!;
      if (reached > end) end = reached;
    }
    if (x <= end) target[to + x] = value;
  }
  for (let x = width - 1, end = width; x >= 0; x--) {
    const fall = down[from + x]!;
    if (fall < limit) {
      const reached = x - reach[fall]!;
      if (reached < end) end = reached;
    }
    if (x >= end) target[to + x] = value;
  }
}
