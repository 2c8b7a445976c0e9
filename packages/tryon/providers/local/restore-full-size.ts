import type { Rectangle } from '@proteus/raster/crop.ts';
import type { RgbImage, Size } from '@proteus/raster/types.ts';
import { type Overlay, SHIFTED, TOUCHED } from './overlay.ts';

/** Colour (3), coverage and gain of the overlay, interleaved. */
const CHANNELS = 5;

/** Catmull–Rom weights of four neighbours at `t` past the second. */
function cubicWeights(t: number, weights: Float32Array): void {
  weights[0] = ((2 - t) * t - 1) * t * 0.5;
  weights[1] = ((3 * t - 5) * t * t + 2) * 0.5;
  weights[2] = ((4 - 3 * t) * t + 1) * t * 0.5;
  weights[3] = (t - 1) * t * t * 0.5;
}

/** Writes one row of the overlay, interpolated down its columns. */
function interpolateRow(overlay: Overlay, y: number, row: Float32Array): void {
  const { width, height, colour, coverage, gain } = overlay;
  const weights = new Float32Array(4);
  const middle = Math.floor(y);
  cubicWeights(y - middle, weights);
  row.fill(0);
  for (let tap = 0; tap < 4; tap++) {
    const weight = weights[tap]!;
    const line = Math.min(height - 1, Math.max(0, middle - 1 + tap)) * width;
    for (let x = 0; x < width; x++) {
      const from = line + x;
      const to = x * CHANNELS;
      row[to]! += weight * colour[from * 3]!;
      row[to + 1]! += weight * colour[from * 3 + 1]!;
      row[to + 2]! += weight * colour[from * 3 + 2]!;
      row[to + 3]! += weight * coverage[from]!;
      row[to + 4]! += weight * gain[from]!;
    }
  }
}

/** Whether the overlay does nothing at a place of an interpolated row. */
function isUntouched(row: Float32Array, at: number): boolean {
  return (
    row[at + 3]! < TOUCHED &&
    Math.abs(row[at + 4]! - 1) < TOUCHED &&
    Math.abs(row[at]!) < SHIFTED &&
    Math.abs(row[at + 1]!) < SHIFTED &&
    Math.abs(row[at + 2]!) < SHIFTED
  );
}

/**
 * Lays an overlay made at the working size over a photo of another size, by Catmull–Rom
 * interpolation, row by row, so that a large photo needs no more memory than itself. Where the
 * overlay covers nothing, the photo keeps its exact bytes.
 *
 * @param working size of the whole working picture.
 * @param window where the overlay lies in the working picture.
 */
export function applyOverlayAtSize(
  photo: RgbImage,
  working: Size,
  overlay: Overlay,
  window: Rectangle,
): RgbImage {
  const { width, height } = photo;
  const out = photo.data.slice();
  const row = new Float32Array(overlay.width * CHANNELS);
  const weights = new Float32Array(4);
  const sample = new Float32Array(CHANNELS);
  const acrossScale = working.width / width;
  const downScale = working.height / height;
  const left = Math.max(0, Math.ceil((window.x + 0.5) / acrossScale - 0.5));
  const right = Math.min(width - 1, (window.x + window.width - 0.5) / acrossScale - 0.5);
  const top = Math.max(0, Math.ceil((window.y + 0.5) / downScale - 0.5));
  const bottom = Math.min(height - 1, (window.y + window.height - 0.5) / downScale - 0.5);
  for (let y = top; y <= bottom; y++) {
    interpolateRow(overlay, (y + 0.5) * downScale - 0.5 - window.y, row);
    for (let x = left; x <= right; x++) {
      const position = (x + 0.5) * acrossScale - 0.5 - window.x;
      const middle = Math.floor(position);
      const near = Math.min(overlay.width - 1, Math.max(0, middle)) * CHANNELS;
      const next = Math.min(overlay.width - 1, middle + 1) * CHANNELS;
      if (isUntouched(row, near) && isUntouched(row, next)) continue;
      cubicWeights(position - middle, weights);
      sample.fill(0);
      for (let tap = 0; tap < 4; tap++) {
        const from = Math.min(overlay.width - 1, Math.max(0, middle - 1 + tap)) * CHANNELS;
        const weight = weights[tap]!;
        for (let channel = 0; channel < CHANNELS; channel++) {
          sample[channel]! += weight * row[from + channel]!;
        }
      }
      const coverage = Math.min(1, Math.max(0, sample[3]!));
      const kept = (1 - coverage) * Math.max(0, sample[4]!);
      const at = (y * width + x) * 3;
      for (let channel = 0; channel < 3; channel++) {
        const value = photo.data[at + channel]! * kept + sample[channel]!;
        out[at + channel] = Math.round(Math.min(255, Math.max(0, value)));
      }
    }
  }
  return { width, height, data: out };
}
