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
  [0.018, 0.016],
  [0.009, 0.014],
];
const REDNESS: readonly Octave[] = [
  [0.16, 0.6],
  [0.07, 0.75],
  [0.03, 0.95],
  [0.014, 1],
];
const SEEDS = [7, 11] as const;
/** Makes the sum of two equal chances as wide as its depth tells. */
const SPREAD = 1.6;

function sumOctaves(
  width: number,
  height: number,
  shoulderWidth: number,
  octaves: readonly Octave[],
  seed: number,
  middle: number,
): Plane {
  const data = new Float32Array(width * height).fill(middle);
  const random = createSeededRandom(seed);
  for (const [size, depth] of octaves) {
    const step = Math.max(2, size * shoulderWidth);
    const columns = Math.max(2, Math.ceil(width / step));
    const rows = Math.max(2, Math.ceil(height / step));
    const coarse = new Float32Array(columns * rows);
    for (let i = 0; i < coarse.length; i++) coarse[i] = (random() + random() - 1) * depth * SPREAD;
    const fine = resizePlane({ width: columns, height: rows, data: coarse }, width, height).data;
    for (let i = 0; i < data.length; i++) data[i]! += fine[i]!;
  }
  return { width, height, data };
}

/** Draws the unevenness of skin all over a picture. */
export function createMottle(width: number, height: number, shoulderWidth: number): SkinMottle {
  return {
    brightness: sumOctaves(width, height, shoulderWidth, BRIGHTNESS, SEEDS[0], 1),
    redness: sumOctaves(width, height, shoulderWidth, REDNESS, SEEDS[1], 0),
  };
}
