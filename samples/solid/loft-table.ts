import type { LoftSection } from './shape.ts';

/** Values per row of a loft table: side, front, back, x, z. */
export const LOFT_CHANNELS = 5;

/** Rows of a loft table. Fine enough for linear interpolation between them to look smooth. */
export const LOFT_ROWS = 96;

function channels(section: LoftSection): readonly number[] {
  return [section.side, section.front, section.back, section.x ?? 0, section.z ?? 0];
}

/** Slope at an inner knot that keeps the curve from overshooting (Fritsch & Carlson 1980). */
function monotoneSlope(before: number, after: number): number {
  return before * after <= 0 ? 0 : (2 * before * after) / (before + after);
}

function slopesOf(at: readonly number[], values: readonly number[]): readonly number[] {
  const last = at.length - 1;
  const secants = at.slice(1).map((x, i) => (values[i + 1]! - values[i]!) / (x - at[i]!));
  return at.map((_, i) => {
    if (i === 0) return secants[0]!;
    if (i === last) return secants[last - 1]!;
    return monotoneSlope(secants[i - 1]!, secants[i]!);
  });
}

/**
 * Samples the smooth curves through a loft's sections in `LOFT_ROWS` equal steps.
 *
 * @param sections at least two, by ascending `at`.
 * @returns `LOFT_ROWS * LOFT_CHANNELS` values in metres.
 * @throws {RangeError} when there are fewer than two sections or they are out of order.
 */
export function loftTable(sections: readonly LoftSection[]): Float64Array {
  const at = sections.map((section) => section.at);
  if (at.length < 2 || at.some((x, i) => i > 0 && x <= at[i - 1]!)) {
    throw new RangeError('A loft needs two or more sections in ascending order');
  }
  const table = new Float64Array(LOFT_ROWS * LOFT_CHANNELS);
  const rows = sections.map(channels);
  const start = at[0]!;
  const span = at[at.length - 1]! - start;
  for (let channel = 0; channel < LOFT_CHANNELS; channel++) {
    const values = rows.map((row) => row[channel]!);
    const slopes = slopesOf(at, values);
    let knot = 0;
    for (let row = 0; row < LOFT_ROWS; row++) {
      const x = start + (span * row) / (LOFT_ROWS - 1);
      while (knot < at.length - 2 && x > at[knot + 1]!) knot++;
      const width = at[knot + 1]! - at[knot]!;
      const t = Math.min((x - at[knot]!) / width, 1);
      const square = t * t;
      const cube = square * t;
      table[row * LOFT_CHANNELS + channel] =
        (2 * cube - 3 * square + 1) * values[knot]! +
        (cube - 2 * square + t) * width * slopes[knot]! +
        (3 * square - 2 * cube) * values[knot + 1]! +
        (cube - square) * width * slopes[knot + 1]!;
    }
  }
  return table;
}
