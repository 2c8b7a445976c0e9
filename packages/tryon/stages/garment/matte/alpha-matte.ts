import { boxBlur } from '@proteus/raster/box-blur.ts';
import { cropRgb } from '@proteus/raster/crop.ts';
import { labToRgbColour } from '@proteus/raster/lab-to-rgb.ts';
import type { Mask, Plane, RgbImage } from '@proteus/raster/types.ts';
import type { BackgroundModel } from '../backdrop/background-model.ts';
import { measurePatternContrast } from './pattern-contrast.ts';
import { ramp } from './ramp.ts';

/** Radius of the blur (twice) of the hard outline: the band of opacities between 0 and 1. */
const BAND_RADIUS = 1;
/** Steepness that makes the blurred outline an anti-aliased one. */
const EDGE_GAIN = 1.7;
/** The blurred outline from which a pixel is cloth alone, and up to which it is backdrop alone. */
const WHOLE = 0.98;
const NOTHING = 0.02;
/**
 * Distance in 8-bit RGB between cloth and backdrop up to which a measurement would be noise alone and
 * the outline decides, and from which it counts in full.
 */
const FAINT = 12;
const CLEAR = 24;
/** Weight of the variance of the cloth's lightness against its contrast with the backdrop. */
const PATTERN = 25;

/**
 * Soft opacity along a hard outline. Where cloth and backdrop differ, each pixel is placed on the
 * line between the two colours; where they do not, or where the cloth's own colours differ as much
 * (a pale dot at a dark edge is no half of it), the smoothed outline decides.
 *
 * @param picture the photo.
 * @param colour the garment's colours bled over its edge.
 * @param mask the hard outline.
 * @returns opacity 0 to 1.
 */
export function estimateAlpha(
  picture: RgbImage,
  colour: RgbImage,
  mask: Mask,
  background: BackgroundModel,
): Plane {
  const { window } = background;
  const hard = new Float32Array(window.width * window.height);
  for (let y = 0; y < window.height; y++) {
    const row = (window.y + y) * mask.width + window.x;
    for (let x = 0; x < window.width; x++) {
      if (mask.data[row + x]) hard[y * window.width + x] = 1;
    }
  }
  const { width, height } = window;
  const band = boxBlur(boxBlur({ width, height, data: hard }, BAND_RADIUS), BAND_RADIUS).data;
  const whole = { width, height, data: new Float32Array(band.length) };
  for (let i = 0; i < band.length; i++) if (band[i]! > WHOLE) whole.data[i] = 1;
  const pattern = measurePatternContrast(cropRgb(picture, window), whole).data;
  const alpha = new Float32Array(mask.width * mask.height);
  for (let y = 0; y < height; y++) {
    const row = (window.y + y) * mask.width + window.x;
    for (let x = 0; x < width; x++) {
      const i = y * width + x;
      const inside = band[i]!;
      if (inside < NOTHING) continue;
      alpha[row + x] =
        inside > WHOLE
          ? 1
          : edgeOpacity(picture, colour, 3 * (row + x), background, i, inside, pattern[i]!);
    }
  }
  return { width: mask.width, height: mask.height, data: alpha };
}

/**
 * Opacity of one pixel of the band.
 *
 * @param at offset in `picture` and `colour`.
 * @param pixel index in the backdrop's window.
 * @param inside the blurred outline, 0 to 1.
 * @param pattern variance of the cloth's lightness nearby.
 */
function edgeOpacity(
  picture: RgbImage,
  colour: RgbImage,
  at: number,
  background: BackgroundModel,
  pixel: number,
  inside: number,
  pattern: number,
): number {
  const [red, green, blue] = labToRgbColour(
    background.lab.data[3 * pixel]!,
    background.lab.data[3 * pixel + 1]!,
    background.lab.data[3 * pixel + 2]!,
  );
  const dr = colour.data[at]! - red;
  const dg = colour.data[at + 1]! - green;
  const db = colour.data[at + 2]! - blue;
  const contrast = dr * dr + dg * dg + db * db;
  const along =
    (picture.data[at]! - red) * dr +
    (picture.data[at + 1]! - green) * dg +
    (picture.data[at + 2]! - blue) * db;
  const measured = Math.min(1, Math.max(0, along / (contrast + 1e-6)));
  const noise = 12 + 6 * background.noise;
  const trust =
    (ramp(Math.sqrt(contrast), FAINT, CLEAR) * contrast) /
    (contrast + noise * noise + PATTERN * pattern);
  const edge = Math.min(1, Math.max(0, 0.5 + EDGE_GAIN * (inside - 0.5)));
  // The outline bounds the measurement: print inside and shadow outside are not the edge.
  const low = Math.max(0, 2 * inside - 1.25);
  const high = Math.min(1, 2 * inside + 0.25);
  return Math.min(high, Math.max(low, trust * measured + (1 - trust) * edge));
}
