import { type ColourBins, colourBins } from '@proteus/raster/colour-bins.ts';
import { rgbToLab } from '@proteus/raster/rgb-to-lab.ts';
import type { LabImage, RgbImage, Size } from '@proteus/raster/types.ts';
import type { Pose } from '../../../pose.ts';
import { backgroundDensity } from './background-density.ts';
import type { BodyCoordinates } from './body-coordinates.ts';
import { SKIN_DENSITY, type SkinTone, skinLikelihood, skinTones } from './skin-tone.ts';

/** Less likely to be the person than this, a pixel is background without a closer look. */
const NEVER = 0.004;
/** Tolerance, in usual spreads, for what may be skin in another light. */
const OTHER_LIGHT = 1.6;

/** The same, of colour and of lightness, for what is surely skin in the face's own light. */
const SAME_LIGHT = { colour: 0.8, lightness: 0.34 };

/** What the picture shows, pixel by pixel, at the parse size. */
export interface Evidence extends Size {
  readonly lab: LabImage;
  readonly bins: ColourBins;
  /** Probability of belonging to the person. */
  readonly person: Float32Array;
  /** The pixels worth a look: those that may show the person. */
  readonly pixels: Uint32Array;
  /** Skin colours of the person, the face's first. */
  readonly tones: readonly [SkinTone, ...SkinTone[]];
  /** Likelihood of skin, 0 to 1. */
  readonly skin: Float32Array;
  /** The same with more tolerance, for skin in another light. */
  readonly broadSkin: Float32Array;
  /** The same with less, for clothes that are themselves nearly of the skin's colour. */
  readonly tightSkin: Float32Array;
  /** Density of the skin's colours, in mass per histogram cell. */
  readonly skinDensity: Float32Array;
  /** Density of the colours that the backdrop has there, in mass per histogram cell. */
  readonly backdropDensity: Float32Array;
}

/** Indices of the pixels that may show the person. */
export function possiblePixels(person: Float32Array): Uint32Array {
  const pixels = new Uint32Array(person.length);
  let count = 0;
  for (let i = 0; i < person.length; i++) {
    if (person[i]! >= NEVER) pixels[count++] = i;
  }
  return pixels.subarray(0, count);
}

/**
 * Gathers what the pixels say.
 *
 * @param picture at the parse size.
 * @param person probability of each of its pixels to belong to the person.
 * @param pixels the `possiblePixels` of `person`.
 */
export function gatherEvidence(
  picture: RgbImage,
  body: BodyCoordinates,
  pose: Pose,
  person: Float32Array,
  pixels: Uint32Array,
): Evidence {
  const lab = rgbToLab(picture);
  const tones = skinTones(lab, body, pose, person);
  const skin = skinLikelihood(lab, tones, pixels);
  return {
    width: picture.width,
    height: picture.height,
    lab,
    bins: colourBins(lab),
    person,
    pixels,
    tones,
    skin,
    broadSkin: skinLikelihood(lab, tones, pixels, OTHER_LIGHT),
    tightSkin: skinLikelihood(lab, tones, pixels, SAME_LIGHT.colour, SAME_LIGHT.lightness),
    skinDensity: skin.map((alike) => alike * SKIN_DENSITY),
    backdropDensity: backgroundDensity(picture, lab, person),
  };
}
