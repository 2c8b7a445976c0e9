import { createPlane } from './create-plane.ts';
import type { Plane } from './types.ts';

/**
 * Mean over the (2 radius + 1)² window around each pixel; at the edges over the part of the window
 * that lies inside. The time does not depend on the radius.
 *
 * @param radius whole pixels, 0 copies.
 * @throws {RangeError} when the radius is negative or not whole.
 */
export function boxBlur(plane: Plane, radius: number): Plane {
  if (!Number.isInteger(radius) || radius < 0) {
    throw new RangeError(`A box radius must be a whole number, not ${radius}.`);
  }
  const { width, height, data } = plane;
  const blurred = createPlane(width, height);
  const columns = new Float64Array(width);
  for (let y = 0; y < Math.min(radius, height); y++) addRow(columns, data, y * width, 1);
  for (let y = 0; y < height; y++) {
    if (y + radius < height) addRow(columns, data, (y + radius) * width, 1);
    if (y - radius > 0) addRow(columns, data, (y - radius - 1) * width, -1);
    const rows = Math.min(height - 1, y + radius) - Math.max(0, y - radius) + 1;
    averageRow(columns, blurred.data, y * width, radius, 1 / rows);
  }
  return blurred;
}

function addRow(columns: Float64Array, data: Float32Array, row: number, sign: number): void {
  for (let x = 0; x < columns.length; x++) columns[x]! += sign * data[row + x]!;
}

function averageRow(
  columns: Float64Array,
  target: Float32Array,
  row: number,
  radius: number,
  scale: number,
): void {
  const width = columns.length;
  let sum = 0;
  for (let x = 0; x < Math.min(radius, width); x++) sum += columns[x]!;
  // The window grows while it enters the row, keeps its size inside, and shrinks where it leaves.
  const inside = Math.min(radius + 1, width);
  const leaving = Math.max(inside, width - radius);
  for (let x = 0; x < inside; x++) {
    if (x + radius < width) sum += columns[x + radius]!;
    target[row + x] = (sum * scale) / (Math.min(width - 1, x + radius) + 1);
  }
  const whole = 2 * radius + 1;
  for (let x = inside; x < leaving; x++) {
    sum += columns[x + radius]!;
    sum -= columns[x - radius - 1]!;
    target[row + x] = (sum * scale) / whole;
  }
  for (let x = leaving; x < width; x++) {
    sum -= columns[x - radius - 1]!;
    target[row + x] = (sum * scale) / (width - x + radius);
  }
}
