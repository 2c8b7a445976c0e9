import type { RgbImage, Size } from '@proteus/raster/types.ts';

/**
 * What the try-on puts over the photo. A pixel of the result is
 * `photo · gain · (1 - coverage) + colour`; with coverage 0 and gain 1 the photo shines through
 * untouched, at whatever resolution it has.
 */
export interface Overlay extends Size {
  /** Interleaved RGB, 0 to 255, already multiplied by the coverage. */
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

/** Below this a pixel counts as untouched and keeps the photo's bytes. */
const TOUCHED = 1 / 256;

/** Lays the overlay over a photo of the same size; untouched pixels keep their exact bytes. */
export function applyOverlay(photo: RgbImage, overlay: Overlay): RgbImage {
  const { colour, coverage, gain } = overlay;
  const out = photo.data.slice();
  for (let pixel = 0; pixel < coverage.length; pixel++) {
    const covered = coverage[pixel]!;
    const factor = gain[pixel]!;
    if (covered < TOUCHED && Math.abs(factor - 1) < TOUCHED) continue;
    const kept = (1 - covered) * factor;
    const at = pixel * 3;
    for (let channel = at; channel < at + 3; channel++) {
      const value = photo.data[channel]! * kept + colour[channel]!;
      out[channel] = Math.round(Math.min(255, Math.max(0, value)));
    }
  }
  return { width: photo.width, height: photo.height, data: out };
}
