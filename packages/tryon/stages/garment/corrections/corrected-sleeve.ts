import type { Mask, Point } from '@proteus/raster/types.ts';
import type { Sleeve } from '../../../garment-analysis.ts';
import { sliceSleeve } from '../sleeves/sleeve-axis.ts';
import { refuse } from './placed-landmarks.ts';

/** Where a sleeve's opening was put: its ends on both sides of the axis, by the sleeve's normal. */
export interface Cuff {
  readonly low: Point | undefined;
  readonly high: Point | undefined;
}

/** A sleeve is at least this long, in parts of the picture's height. */
const SHORTEST = 0.02;

/**
 * Lays a sleeve's axis to the middle of its corrected opening, and draws its edges to the ends.
 *
 * @param field what to complain about.
 * @throws {ProteusError} INVALID_REQUEST when the opening lies on the armhole.
 */
export function laySleeve(
  sleeve: Sleeve,
  parts: Mask,
  label: number,
  cuff: Cuff,
  field: string,
): Sleeve {
  const { origin } = sleeve;
  const end = sleeve.slices.findLast(({ low }) => !Number.isNaN(low)) ?? { low: 0, high: 0 };
  const low = cuff.low ?? alongEnd(sleeve, end.low);
  const high = cuff.high ?? alongEnd(sleeve, end.high);
  const reach = { x: (low.x + high.x) / 2 - origin.x, y: (low.y + high.y) / 2 - origin.y };
  const length = Math.hypot(reach.x, reach.y);
  if (length < SHORTEST * parts.height) {
    refuse([{ path: field, message: 'the sleeve must end farther from its armhole' }]);
  }
  const axis = { x: reach.x / length, y: reach.y / length };
  const across = (point: Point) => (point.y - origin.y) * axis.x - (point.x - origin.x) * axis.y;
  const first = Math.min(across(low), across(high));
  const last = Math.max(across(low), across(high));
  const slices = sliceSleeve(parts, label, origin, axis, length);
  const before = slices.findLast((slice) => !Number.isNaN(slice.low)) ?? { low: first, high: last };
  const count = slices.length;
  return {
    origin,
    axis,
    length,
    slices: slices.map((slice, index) => {
      const share = (index + 1) / count;
      if (Number.isNaN(slice.low)) return { low: first, high: last };
      return {
        low: slice.low + share * (first - before.low),
        high: slice.high + share * (last - before.high),
      };
    }),
  };
}

/** The point at a sleeve's end, `across` its axis. */
function alongEnd({ origin, axis, length }: Sleeve, across: number): Point {
  return {
    x: origin.x + axis.x * length - axis.y * across,
    y: origin.y + axis.y * length + axis.x * across,
  };
}
