import type { Outline } from './outline.ts';

/** One side of a garment, -1 = the picture's left, 1 = its right. */
export type SideSign = -1 | 1;

/**
 * What a row scan from the middle axis outwards meets on one side. Distances are outward from the
 * axis, in pixels.
 */
export interface SideProfile {
  readonly sign: SideSign;
  /** End of the run that starts at (or next to) the axis; NaN where the row has none. */
  readonly inner: Float32Array;
  /** Outermost garment pixel; NaN where the row has none. */
  readonly outer: Float32Array;
  /** 1 where the backdrop just beyond `inner` has cloth above it in its column. */
  readonly sheltered: Uint8Array;
}

/** Scans one side of an outline. */
export function scanSide(outline: Outline, sign: SideSign): SideProfile {
  const { mask, middle, topOf } = outline;
  const { width, height, data } = mask;
  const inner = new Float32Array(height).fill(Number.NaN);
  const outer = new Float32Array(height).fill(Number.NaN);
  const sheltered = new Uint8Array(height);
  const start = Math.round(middle);
  const reach = Math.round(0.2 * outline.width);
  const thickness = Math.max(2, Math.round(0.015 * outline.height));
  for (let y = outline.y; y < outline.y + outline.height; y++) {
    const row = y * width;
    let x = sign < 0 ? outline.x : outline.x + outline.width - 1;
    while (x !== start && !data[row + x]) x -= sign;
    if (!data[row + x]) continue;
    outer[y] = sign * (x - middle);
    x = start;
    for (let step = 0; step < reach && !data[row + x]; step++) x += sign;
    if (!data[row + x]) continue;
    while (x >= 0 && x < width && data[row + x]) x += sign;
    inner[y] = sign * (x - sign - middle);
    if (x >= 0 && x < width && topOf[x]! < y - thickness) sheltered[y] = 1;
  }
  return { sign, inner, outer, sheltered };
}
