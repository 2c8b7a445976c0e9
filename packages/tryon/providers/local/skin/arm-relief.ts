import { clamp, mix } from '../../../stages/warp/scalar.ts';

/** Places along the bones: shoulder joint (0), elbow (0.5), wrist (1). */
const ALONG = [
  0.025, 0.075, 0.125, 0.175, 0.225, 0.3, 0.375, 0.425, 0.475, 0.525, 0.575, 0.625, 0.7, 0.8, 0.9,
  1,
] as const;
/** Places across: radii from the middle line, positive towards the body's middle. */
const ACROSS = [-0.8, -0.4, 0, 0.4, 0.8] as const;

/**
 * Medians of 50 bare arms in photos, over what roundness and light account for: the shoulder lies in
 * the light, the elbow's hollow in shade between muscles that catch light; the redness is over what goes
 * with the brightness.
 */
const BRIGHTNESS: readonly (readonly number[])[] = [
  [1.055, 1.06, 1.067, 1.075, 1.075],
  [1.038, 1.025, 1.02, 1.03, 1.03],
  [1.007, 0.998, 0.995, 0.985, 0.99],
  [0.972, 0.985, 1.003, 1.01, 0.98],
  [0.966, 0.982, 0.99, 1.005, 0.97],
  [0.971, 0.99, 1, 1, 0.965],
  [0.98, 0.993, 1.01, 1.015, 0.99],
  [0.981, 0.987, 0.99, 1.005, 1.005],
  [1.012, 0.985, 0.953, 0.98, 1.005],
  [1.03, 1.01, 0.972, 0.985, 1.045],
  [1.022, 1.022, 0.998, 1.005, 1.02],
  [1.005, 1.02, 1.003, 1.002, 0.998],
  [0.976, 0.998, 1.003, 0.993, 0.978],
  [0.968, 0.986, 0.99, 0.982, 0.965],
  [0.98, 0.985, 0.985, 0.978, 0.975],
  [0.985, 0.98, 0.98, 0.975, 0.975],
];
const REDNESS: readonly (readonly number[])[] = [
  [-0.2, -0.5, -1, -0.9, -0.9],
  [-0.3, -0.6, -0.7, -0.8, -0.3],
  [0, -0.2, -0.2, 0.4, 0.7],
  [0.05, 0.1, 0.15, 0.55, 0.9],
  [0.3, 0.25, 0.2, 0.35, 0.9],
  [0.5, 0.35, -0.05, 0.25, 0.7],
  [0.5, 0.3, -0.1, 0.2, 0.45],
  [0.3, 0.4, 0.1, 0.5, 0.6],
  [0.2, 0.4, 0.3, 0.6, 0.7],
  [0.35, 0.15, -0.2, -0.1, 0],
  [0.5, 0.35, -0.25, -0.25, -0.2],
  [0.5, 0.2, -0.4, -0.25, -0.25],
  [0.5, 0.2, -0.4, -0.1, -0.1],
  [0.3, 0.22, -0.2, 0.05, -0.1],
  [0.1, 0.15, -0.4, 0, -0.2],
  [0, 0.3, -0.1, -0.1, -0.3],
];

/** Which of two knots a place lies after, and how far on the way to the next. */
function locate(knots: readonly number[], place: number): readonly [index: number, share: number] {
  let index = 0;
  while (index < knots.length - 2 && knots[index + 1]! < place) index++;
  const share = (place - knots[index]!) / (knots[index + 1]! - knots[index]!);
  return [index, clamp(share, 0, 1)];
}

function read(
  table: readonly (readonly number[])[],
  [row, down]: readonly [number, number],
  [column, across]: readonly [number, number],
): number {
  const upper = mix(table[row]![column]!, table[row]![column + 1]!, across);
  const lower = mix(table[row + 1]![column]!, table[row + 1]![column + 1]!, across);
  return mix(upper, lower, down);
}

/** The tables are read this finely: rows along, columns across, from -`REACH` to `REACH` radii. */
const ROWS = 160;
const COLUMNS = 64;
const REACH = 0.8;

function refine(table: readonly (readonly number[])[]): Float32Array {
  const fine = new Float32Array((ROWS + 1) * (COLUMNS + 1));
  for (let row = 0; row <= ROWS; row++) {
    const down = locate(ALONG, row / ROWS);
    for (let column = 0; column <= COLUMNS; column++) {
      const across = locate(ACROSS, (2 * REACH * column) / COLUMNS - REACH);
      fine[row * (COLUMNS + 1) + column] = read(table, down, across);
    }
  }
  return fine;
}

const FINE_BRIGHTNESS = refine(BRIGHTNESS);
const FINE_REDNESS = refine(REDNESS);

/** Where both tables tell of a place. */
function indexOf(along: number, elbow: number, inward: number): number {
  const bone = along < elbow ? (0.5 * along) / elbow : 0.5 + (0.5 * (along - elbow)) / (1 - elbow);
  const row = Math.round(clamp(bone, 0, 1) * ROWS);
  const column = Math.round(((clamp(inward, -REACH, REACH) + REACH) / (2 * REACH)) * COLUMNS);
  return row * (COLUMNS + 1) + column;
}

/**
 * Factor, around 1, that bones and muscles of a bare arm give its brightness at a place.
 *
 * @param along 0 = shoulder joint, 1 = wrist.
 * @param elbow where the elbow lies along the arm.
 * @param inward radii from the middle line, positive towards the body's middle.
 */
export function armBrightness(along: number, elbow: number, inward: number): number {
  return FINE_BRIGHTNESS[indexOf(along, elbow, inward)]!;
}

/** Steps of a* that blood under the skin of a bare arm adds at a place; see `armBrightness`. */
export function armRedness(along: number, elbow: number, inward: number): number {
  return FINE_REDNESS[indexOf(along, elbow, inward)]!;
}
