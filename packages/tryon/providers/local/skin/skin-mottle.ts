import { resizePlane } from '@proteus/raster/resize-plane.ts';
import type { Plane } from '@proteus/raster/types.ts';
import { createSeededRandom } from '../../../seeded-random.ts';

/** Size of the patches in shoulder widths, and their depth as a share of the brightness. */
const OCTAVES = [
  [0.16, 0.005],
  [0.05, 0.004],
  [0.018, 0.006],
  [0.009, 0.005],
] as const;
const SEED = 7;

/** The slight, patchy unevenness of skin: factors around 1, always the same ones. */
export function createMottle(width: number, height: number, shoulderWidth: number): Plane {
  const data = new Float32Array(width * height).fill(1);
  const random = createSeededRandom(SEED);
  for (const [size, depth] of OCTAVES) {
    const step = Math.max(2, size * shoulderWidth);
    const columns = Math.max(2, Math.ceil(width / step));
    const rows = Math.max(2, Math.ceil(height / step));
    const coarse = new Float32Array(columns * rows);
    for (let i = 0; i < coarse.length; i++) coarse[i] = (random() + random() - 1) * depth * 1.6;
    const fine = resizePlane({ width: columns, height: rows, data: coarse }, width, height).data;
    for (let i = 0; i < data.length; i++) data[i]! += fine[i]!;
  }
  return { width, height, data };
}
