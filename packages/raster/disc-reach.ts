import { columnDistance } from './column-distance.ts';
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
  const { top, bottom } = setRows(data, width);
  if (top < 0) return;
  const margin = Math.min(Math.floor(radius), height);
  const first = Math.max(0, top - margin);
  const rows = Math.min(height - 1, bottom + margin) - first + 1;
  const limit = margin + 1;
  const down = columnDistance(data, width, first, rows, kind, limit);
  // How far a column whose nearest such pixel is d rows away reaches along this row.
  const reach = Int32Array.from({ length: limit }, (_, d) =>
    Math.floor(Math.sqrt(Math.min(radius * radius - d * d, width * width))),
  );
  for (let y = 0; y < rows; y++) {
    writeRow(down, y * width, reach, target, (first + y) * width, width, value);
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

/** First and last row with a set pixel; -1 when there is none. */
function setRows(
  data: Uint8Array,
  width: number,
): { readonly top: number; readonly bottom: number } {
  let i = 0;
  while (i < data.length && data[i] === 0) i++;
  if (i === data.length) return { top: -1, bottom: -1 };
  let last = data.length - 1;
  while (data[last] === 0) last--;
  return { top: Math.floor(i / width), bottom: Math.floor(last / width) };
}
