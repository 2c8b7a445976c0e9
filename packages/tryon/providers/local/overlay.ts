import type { RgbImage, Size } from '@proteus/raster/types.ts';

/**
 * What the try-on puts over the photo. A pixel of the result is
 * `photo · gain · (1 - coverage) + colour`; with coverage 0, gain 1 and no colour the photo shines
 * through untouched, at whatever resolution it has.
 */
export interface Overlay extends Size {
  /**
   * Interleaved RGB, 0 to 255, already multiplied by the coverage; where the photo's own colours are
   * shifted, the difference, of either sign.
   */
  readonly colour: Float32Array;
  readonly coverage: Float32Array;
  readonly gain: Float32Array;
}

export function createOverlay(size: Size): Overlay {
  const pixels = size.width * size.height;
  return {
    width: size.width,
    height: size.height,
    colour: new Float32Array(pixels * 3),
    coverage: new Float32Array(pixels),
    gain: new Float32Array(pixels).fill(1),
  };
}

/** Lays a colour over everything so far, with an opacity of 0 to 1. */
export function paint(
  overlay: Overlay,
  pixel: number,
  red: number,
  green: number,
  blue: number,
  opacity: number,
): void {
  const { colour, coverage } = overlay;
  const rest = 1 - opacity;
  const at = pixel * 3;
  colour[at] = colour[at]! * rest + red * opacity;
  colour[at + 1] = colour[at + 1]! * rest + green * opacity;
  colour[at + 2] = colour[at + 2]! * rest + blue * opacity;
  coverage[pixel] = coverage[pixel]! * rest + opacity;
}

/** Shifts the photo's own colours where it shines through; its detail stays, at any resolution. */
export function shift(
  overlay: Overlay,
  pixel: number,
  red: number,
  green: number,
  blue: number,
): void {
  const { colour, coverage, gain } = overlay;
  const share = (1 - coverage[pixel]!) * gain[pixel]!;
  const at = pixel * 3;
  colour[at]! += red * share;
  colour[at + 1]! += green * share;
  colour[at + 2]! += blue * share;
}

/** Brings the photo itself back to the front: 1 = entirely. */
export function reveal(overlay: Overlay, pixel: number, share: number): void {
  const { colour, coverage, gain } = overlay;
  const rest = 1 - share;
  const at = pixel * 3;
  colour[at]! *= rest;
  colour[at + 1]! *= rest;
  colour[at + 2]! *= rest;
  coverage[pixel]! *= rest;
  gain[pixel] = 1 - (1 - gain[pixel]!) * rest;
}

/** Multiplies everything so far, photo included, by a brightness. */
export function darken(overlay: Overlay, pixel: number, factor: number): void {
  const { colour, gain } = overlay;
  const at = pixel * 3;
  colour[at]! *= factor;
  colour[at + 1]! *= factor;
  colour[at + 2]! *= factor;
  gain[pixel]! *= factor;
}

/** Below this coverage, or departure of the gain from 1, a pixel may count as untouched ... */
export const TOUCHED = 1 / 256;
/** ... when no channel is shifted this far either: then it keeps the photo's bytes. */
export const SHIFTED = 1;

/** Lays the overlay over a photo of the same size; untouched pixels keep their exact bytes. */
export function applyOverlay(photo: RgbImage, overlay: Overlay): RgbImage {
  const { colour, coverage, gain } = overlay;
  const out = photo.data.slice();
  for (let pixel = 0; pixel < coverage.length; pixel++) {
    const covered = coverage[pixel]!;
    const factor = gain[pixel]!;
    const at = pixel * 3;
    const untouched =
      covered < TOUCHED &&
      Math.abs(factor - 1) < TOUCHED &&
      Math.abs(colour[at]!) < SHIFTED &&
      Math.abs(colour[at + 1]!) < SHIFTED &&
      Math.abs(colour[at + 2]!) < SHIFTED;
    if (untouched) continue;
    const kept = (1 - covered) * factor;
    for (let channel = at; channel < at + 3; channel++) {
      const value = photo.data[channel]! * kept + colour[channel]!;
      out[channel] = Math.round(Math.min(255, Math.max(0, value)));
    }
  }
  return { width: photo.width, height: photo.height, data: out };
}
