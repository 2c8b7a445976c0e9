import type { Mask } from '@proteus/raster/types.ts';
import type { BackgroundModel } from '../backdrop/background-model.ts';
import type { DistinctPixels } from '../backdrop/distinct-pixels.ts';
import type { FaintMeans } from '../backdrop/faint-means.ts';
import { floodFromOutside } from '../backdrop/flood-from-outside.ts';
import { squaredDepth } from './squared-depth.ts';

/** Edges stronger than this are drawn where the colour changes, not where noise ends. */
const STRONG = 15;
/** Width in pixels of what mixing and ringing leave beside such an edge. */
const BLUR = 5;
/** How much farther from the garment's lightness than the backdrop ringing may be. */
const OVERSHOOT = 1.5;
/** ΔE of a hue that is not the garment's, plus a part of the garment's strength. */
const FOREIGN_HUE = 1.5;
const FOREIGN_SHARE = 0.02;
/** Gaps narrower than this part of the height are followed to their end. */
const NARROW = 0.014;

/**
 * Moves an outline onto the strong edges beside it: takes off mixed pixels that lie on the way
 * from the backdrop to the garment's colour, and opens narrow gaps up to where they close.
 * Cloth on the backdrop's other side (white piping on a dark hem) stays, and so does cloth of
 * another hue than the strongest colour beside it (cream between red stripes).
 *
 * @param mask the outline; changed in place.
 */
export function snapEdges(
  mask: Mask,
  { clear, strongest, means }: Pick<DistinctPixels, 'clear' | 'strongest' | 'means'>,
  model: BackgroundModel,
): void {
  const { width, height } = mask;
  const squared = squaredDepth(mask);
  const mixed = new Uint8Array(width * height);
  const near = new Uint8Array(width * height);
  for (let i = 0, at = 0; i < mixed.length; i++, at += 3) {
    if (!mask.data[i] || clear.data[i] || strongest.data[i]! < STRONG) continue;
    const behind = model.lab.data[at]!;
    const beyond = (model.photo.data[at]! - behind) * (behind > 50 ? 1 : -1);
    if (beyond > OVERSHOOT) continue;
    const x = i % width;
    const source = strongest.sourceOf(x, (i - x) / width);
    if (foreignHue(means, i, model, source) > hueLimit(strongest.data[i]!)) continue;
    mixed[i] = 1;
    if (squared[i]! <= BLUR * BLUR) near[i] = 1;
  }
  floodFromOutside(mask, near);
  unzipGaps(mask, mixed, Math.round(NARROW * height));
}

function hueLimit(strength: number): number {
  return FOREIGN_HUE + FOREIGN_SHARE * strength;
}

/** Chroma of a pixel's surroundings that mixing backdrop and the `source` pixel cannot explain. */
function foreignHue(
  means: FaintMeans,
  pixel: number,
  model: BackgroundModel,
  source: number,
): number {
  const green = means.green[pixel]!;
  const blue = means.blue[pixel]!;
  const toGreen = model.photo.data[3 * source + 1]! - model.lab.data[3 * source + 1]!;
  const toBlue = model.photo.data[3 * source + 2]! - model.lab.data[3 * source + 2]!;
  const squared = toGreen * toGreen + toBlue * toBlue;
  const along = Math.max(0, (green * toGreen + blue * toBlue) / (squared + 1e-6));
  return Math.hypot(green - along * toGreen, blue - along * toBlue);
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
