import { gaussianBlur } from '@proteus/raster/gaussian-blur.ts';
import { labToRgbColour } from '@proteus/raster/lab-to-rgb.ts';
import type { Mask, Plane, RgbImage } from '@proteus/raster/types.ts';
import type { BackgroundModel } from './background-model.ts';

/** Half width of the band along the outline in which opacity is estimated, in blurred-mask terms. */
const BAND_SIGMA = 1.2;
const EDGE_SIGMA = 0.7;

/**
 * Soft opacity along a hard outline. Where cloth and backdrop differ, each pixel is placed on the
 * line between the two colours; where they do not, the smoothed outline decides.
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
  const { width, height } = mask;
  const hard = new Float32Array(width * height);
  for (let i = 0; i < hard.length; i++) hard[i] = mask.data[i] ? 1 : 0;
  const edge = gaussianBlur({ width, height, data: hard }, EDGE_SIGMA).data;
  const band = gaussianBlur({ width, height, data: hard }, BAND_SIGMA).data;
  const noise = 6 + 3 * background.noise;
  const alpha = new Float32Array(width * height);
  for (let i = 0, at = 0; i < alpha.length; i++, at += 3) {
    const inside = band[i]!;
    if (inside < 0.02) continue;
    if (inside > 0.98) {
      alpha[i] = 1;
      continue;
    }
    const [red, green, blue] = labToRgbColour(
      background.lab.data[at]!,
      background.lab.data[at + 1]!,
      background.lab.data[at + 2]!,
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
    const trust = contrast / (contrast + noise * noise * 4);
    // The outline bounds the measurement: print inside and shadow outside are not the edge.
    const low = Math.max(0, 2 * inside - 1.25);
    const high = Math.min(1, 2 * inside + 0.25);
    const mixed = trust * measured + (1 - trust) * edge[i]!;
    alpha[i] = Math.min(high, Math.max(low, mixed));
  }
  return { width, height, data: alpha };
}
