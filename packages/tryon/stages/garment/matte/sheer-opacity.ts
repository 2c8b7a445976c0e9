import { boxBlur } from '@proteus/raster/box-blur.ts';
import type { Mask, Plane } from '@proteus/raster/types.ts';
import type { BackgroundModel } from '../backdrop/background-model.ts';
import { findLaceCells, LACE_CELL } from './lace-cells.ts';

/** Part of the way from the backdrop to the thread's colour at which a thread is opaque. */
const OPAQUE = 0.8;
/** Likewise where a hole is empty: noise and the blur of the lens fill it a little. */
const EMPTY = 0.04;

/**
 * Opacity inside the garment: 1 for solid cloth; in lace each pixel's place between the known
 * backdrop and the threads around it.
 *
 * @param mask the garment in the model's window.
 * @param strongest the largest ΔE around every pixel of the window.
 * @returns null when all of the garment is solid.
 */
export function measureSheerOpacity(
  mask: Mask,
  model: BackgroundModel,
  strongest: Float32Array,
): Plane | null {
  const cells = findLaceCells(mask, model, strongest);
  if (cells === null) return null;
  const { width, height } = mask;
  const membership = softMembership(cells, width, height);
  const difference = model.difference.data;
  const data = new Float32Array(width * height).fill(1);
  for (let i = 0; i < data.length; i++) {
    const share = membership.data[i]!;
    if (share === 0) continue;
    const way = (difference[i]! / (strongest[i]! + 1e-6) - EMPTY) / (OPAQUE - EMPTY);
    const opacity = Math.min(1, Math.max(0, way));
    data[i] = 1 - share * (1 - opacity);
  }
  return { width, height, data };
}

/** 1 in the cells and up to half a cell beyond them, fading to 0 within another cell. */
function softMembership(cells: Mask, width: number, height: number): Plane {
  const hard = new Float32Array(width * height);
  for (let y = 0, i = 0; y < height; y++) {
    const row = Math.floor(y / LACE_CELL) * cells.width;
    for (let x = 0; x < width; x++, i++) {
      if (cells.data[row + Math.floor(x / LACE_CELL)]) hard[i] = 1;
    }
  }
  const soft = boxBlur({ width, height, data: hard }, LACE_CELL);
  for (let i = 0; i < hard.length; i++) soft.data[i] = Math.min(1, 3 * soft.data[i]!);
  return soft;
}
