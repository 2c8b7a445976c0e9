import { boxBlur } from '@proteus/raster/box-blur.ts';
import type { Mask, Plane } from '@proteus/raster/types.ts';
import { measureClothNearby } from '../cut-out/cloth-nearby.ts';
import type { BackgroundModel } from './background-model.ts';

/** Pixels along the outline that may be backdrop, or show the seam's own shade. */
const FRINGE = 8;
/** ΔE of compression noise in the mean of nine pixels. */
const NOISE = 0.5;
/** ΔE between cloth and backdrop that noise along the outline half drowns. */
const QUIET = 1.5;
/** Chroma is coded coarsely and smears; lightness tells cloth from disturbed backdrop. */
const CHROMA_WEIGHT = 0.4;
/** What differs from the cloth by more than this part of its contrast is another cloth's colour. */
const OTHER_CLOTH = 0.7;
/** At least so much ΔE; a seam's own shade is more. */
const SEAM = 2;

/** What the colours of a band of pixels say. */
export interface ColourEvidence {
  /** -1 (backdrop) to 1 (cloth) for each pixel of the band. */
  readonly evidence: Float32Array;
  /** 0 to 1: how clearly the cloth nearby differs from the backdrop. */
  readonly loudness: Float32Array;
}

/**
 * Whether pixels resemble the cloth nearby or the backdrop.
 *
 * @param band indices of the pixels.
 * @param depth squared distance of every pixel from what is outside `mask`.
 */
export function weighColours(
  band: Int32Array,
  depth: Float32Array,
  { width, height }: Mask,
  model: BackgroundModel,
): ColourEvidence {
  const core = new Float32Array(depth.length);
  for (let i = 0; i < core.length; i++) if (depth[i]! > FRINGE * FRINGE) core[i] = 1;
  const clothAt = measureClothNearby(core, model);
  const smooth = [0, 1, 2].map((channel) => {
    const offset: Plane = { width, height, data: new Float32Array(width * height) };
    for (let i = 0, at = channel; i < offset.data.length; i++, at += 3) {
      offset.data[i] = model.photo.data[at]! - model.lab.data[at]!;
    }
    return boxBlur(offset, 1).data;
  });
  const noise = (NOISE + model.noise) ** 2;
  const evidence = new Float32Array(band.length);
  const loudness = new Float32Array(band.length);
  for (let n = 0; n < band.length; n++) {
    const i = band[n]!;
    const cloth = clothAt(i);
    if (cloth === null) continue;
    let contrast = 0;
    let toCloth = 0;
    let toBackdrop = 0;
    for (let channel = 0; channel < 3; channel++) {
      const weight = channel === 0 ? 1 : CHROMA_WEIGHT ** 2;
      const value = smooth[channel]![i]!;
      contrast += weight * cloth.offset[channel]! ** 2;
      toCloth += weight * (value - cloth.offset[channel]!) ** 2;
      toBackdrop += weight * value ** 2;
    }
    toCloth = Math.min(toCloth, Math.max(OTHER_CLOTH ** 2 * contrast, SEAM ** 2));
    loudness[n] = contrast / (contrast + QUIET ** 2);
    const telling = contrast / (contrast + QUIET ** 2 + cloth.variance);
    evidence[n] = (telling * (toBackdrop - toCloth)) / (toBackdrop + toCloth + noise);
  }
  return { evidence, loudness };
}
