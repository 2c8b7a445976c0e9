import { distanceTransform } from '@proteus/raster/distance-transform.ts';
import type { LabImage, Mask } from '@proteus/raster/types.ts';
import type { BackgroundModel } from './background-model.ts';
import { floodFromOutside } from './flood-from-outside.ts';

/** Edges stronger than this are drawn where the colour changes, not where noise ends. */
const STRONG = 15;
/** Width in pixels of what mixing and ringing leave beside such an edge. */
const BLUR = 5;
/** How much farther from the garment's lightness than the backdrop ringing may be. */
const OVERSHOOT = 1.5;
/** Gaps narrower than this part of the height are followed to their end. */
const NARROW = 0.014;

/**
 * Moves an outline onto the strong edges beside it: takes off mixed pixels that lie on the way
 * from the backdrop to the garment's colour, and opens narrow gaps up to where they close.
 * Cloth on the backdrop's other side (white piping on a dark hem) stays.
 *
 * @param mask the outline; changed in place.
 * @param clear pixels that clearly differ from the backdrop.
 * @param strongest the strongest difference within two JPEG blocks of each pixel.
 */
export function snapEdges(
  mask: Mask,
  clear: Mask,
  strongest: Float32Array,
  lab: LabImage,
  model: BackgroundModel,
): void {
  const { width, height } = mask;
  const outside = new Uint8Array(width * height);
  for (let i = 0; i < outside.length; i++) outside[i] = mask.data[i] ? 0 : 255;
  const squared = distanceTransform({ width, height, data: outside });
  const mixed = new Uint8Array(width * height);
  const near = new Uint8Array(width * height);
  for (let i = 0, at = 0; i < mixed.length; i++, at += 3) {
    if (!mask.data[i] || clear.data[i] || strongest[i]! < STRONG) continue;
    const behind = model.lab.data[at]!;
    const beyond = (lab.data[at]! - behind) * (behind > 50 ? 1 : -1);
    if (beyond > OVERSHOOT) continue;
    mixed[i] = 1;
    if (squared[i]! <= BLUR * BLUR) near[i] = 1;
  }
  floodFromOutside(mask, near);
  unzipGaps(mask, mixed, Math.round(NARROW * height));
}

/** Follows gaps upwards row by row while they stay narrow and mixed pixels fill them. */
function unzipGaps(mask: Mask, mixed: Uint8Array, widest: number): void {
  const { width, height, data } = mask;
  for (let y = height - 2; y >= 0; y--) {
    const row = y * width;
    for (let x = 1; x < width - 1; x++) {
      // A gap of the row below, with cloth on both sides.
      if (data[row + width + x] || !data[row + width + x - 1]) continue;
      let end = x;
      while (end < width && !data[row + width + end]) end++;
      if (end < width && end - x <= widest) clearRow(data, mixed, row, x, end);
      x = end;
    }
  }
}

function clearRow(
  data: Uint8Array,
  mixed: Uint8Array,
  row: number,
  from: number,
  to: number,
): void {
  for (let x = from; x < to; x++) if (mixed[row + x]) data[row + x] = 0;
}
