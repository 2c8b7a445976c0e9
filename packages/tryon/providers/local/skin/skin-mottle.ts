import { createPlane } from '@proteus/raster/create-plane.ts';
import { resizePlane } from '@proteus/raster/resize-plane.ts';
import type { Plane } from '@proteus/raster/types.ts';
import { createSeededRandom } from '../../../seeded-random.ts';

/** The slight, patchy unevenness of skin, always the same. */
export interface SkinMottle {
  /** Factors around 1. */
  readonly brightness: Plane;
  /** Steps of a* around 0. */
  readonly redness: Plane;
}

/** Size of patches in shoulder widths, and how deep they are. */
type Octave = readonly [size: number, depth: number];

/**
 * Between patches of every size bare arms and chests in photos differ by so much: shares of the
 * brightness, and steps of a*.
 */
const BRIGHTNESS: readonly Octave[] = [
  [0.16, 0.006],
  [0.05, 0.008],
  [0.018, 0.013],
  [0.009, 0.012],
];
const REDNESS: readonly Octave[] = [
  [0.16, 0.5],
  [0.07, 0.6],
  [0.03, 0.7],
  [0.014, 0.65],
];
/** Patches smaller than this, in pixels, would be specks. */
const SMALLEST = 2;
const SEEDS = [7, 11] as const;
/** Makes the sum of two equal chances as wide as its depth tells. */
const SPREAD = 1.6;

/** Patches of at least `LARGE` pixels are summed at this fraction of the size. */
const SHRINK = 4;
const LARGE = 2 * SHRINK;

/** Adds patches of some sizes to a plane, in place. */
function addPatches(
  { width, height, data }: Plane,
  octaves: readonly Octave[],
  random: () => number,
): void {
  for (const [step, depth] of octaves) {
    const columns = Math.max(2, Math.ceil(width / step));
    const rows = Math.max(2, Math.ceil(height / step));
    const coarse = new Float32Array(columns * rows);
    for (let i = 0; i < coarse.length; i++) coarse[i] = (random() + random() - 1) * depth * SPREAD;
    const fine = resizePlane({ width: columns, height: rows, data: coarse }, width, height).data;
    for (let i = 0; i < data.length; i++) data[i]! += fine[i]!;
  }
}

function sumOctaves(
  width: number,
  height: number,
  shoulderWidth: number,
  octaves: readonly Octave[],
  seed: number,
  middle: number,
): Plane {
  const random = createSeededRandom(seed);
  const steps = octaves.map(([size, depth]): Octave => [size * shoulderWidth, depth]);
  const small = createPlane(Math.ceil(width / SHRINK), Math.ceil(height / SHRINK), middle);
  const large = steps.filter(([step]) => step >= LARGE);
  addPatches(
    small,
    large.map(([step, depth]): Octave => [step / SHRINK, depth]),
    random,
  );
  const sum = resizePlane(small, width, height);
  const fine = steps.filter(([step]) => step >= SMALLEST && step < LARGE);
  addPatches(sum, fine, random);
  return sum;
}

/** Draws the unevenness of skin all over a picture. */
export function createMottle(width: number, height: number, shoulderWidth: number): SkinMottle {
  return {
    brightness: sumOctaves(width, height, shoulderWidth, BRIGHTNESS, SEEDS[0], 1),
    redness: sumOctaves(width, height, shoulderWidth, REDNESS, SEEDS[1], 0),
  };
}
