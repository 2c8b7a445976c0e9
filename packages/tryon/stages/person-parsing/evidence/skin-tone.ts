import { LANDMARK } from '@proteus/contracts/pose-landmarks.ts';
import type { LabImage } from '@proteus/raster/types.ts';
import type { Pose } from '../../../pose.ts';
import type { BodyCoordinates } from './body-coordinates.ts';
import { BIN_VOLUME } from './colour-model.ts';

/** L*a*b*. */
export type SkinTone = readonly [lightness: number, a: number, b: number];

/** Fewer face pixels than this share of the picture do not tell a tone. */
const ENOUGH_FACE = 0.0006;
/** What skin is taken for when neither face, hands nor neck are in the picture. */
const MEAN_TONE: SkinTone = [62, 14, 17];

/** Spreads of skin in a and b about its shading line, and in lightness below and above the tone. */
const A_SPREAD = 5.5;
const B_SPREAD = 7;
const SHADOW_SPREAD = 28;
const LIGHT_SPREAD = 20;
/** Chroma lost with lightness: less than in proportion, as light from skin to skin reddens shadows. */
const SHADE_CHROMA = 0.5;
/** Growth of the spreads of a and b with the depth of shadow. */
const SPREAD_GROWTH = 0.015;
/** Share of its chroma that skin keeps where it shines white. */
const SHINE_CHROMA = 0.75;

/** Peak of the skin colour density in mass per histogram cell. */
export const SKIN_DENSITY =
  (0.8 * BIN_VOLUME) /
  ((2 * Math.PI) ** 1.5 * A_SPREAD * B_SPREAD * ((SHADOW_SPREAD + LIGHT_SPREAD) / 2));

/** The middle of a face: below the brows, above the chin, between the cheeks. */
function onFace(body: BodyCoordinates, i: number): boolean {
  const up = body.faceUp[i]!;
  const across = body.faceAcross[i]!;
  return up < 0.35 && up > -1 && Math.abs(across) < 0.6 && up * up + across * across < 0.6;
}

/** Whether skin is likely to show: neck, and the hands that are in sight. */
function onOtherSkin(body: BodyCoordinates, handSeen: readonly boolean[], i: number): boolean {
  return (
    body.neck[i]! < 0.08 ||
    (handSeen[0]! && body.hands[0][i]! < 0.04) ||
    (handSeen[1]! && body.hands[1][i]! < 0.04)
  );
}

const median = (values: number[]) => values.sort((a, b) => a - b)[values.length >> 1]!;

function medianColour(lab: LabImage, pixels: readonly number[]): SkinTone {
  const channel = (offset: number) => median(pixels.map((i) => lab.data[i * 3 + offset]!));
  return [channel(0), channel(1), channel(2)];
}

/**
 * Median skin colours of the face and of hands and neck, which sun and make-up leave different.
 *
 * @param person probability of each pixel to belong to the person.
 * @returns the face's tone first (the others' when the face is cut off), then the others' if it is
 *   a skin colour too.
 */
export function skinTones(
  lab: LabImage,
  body: BodyCoordinates,
  pose: Pose,
  person: Float32Array,
): readonly [SkinTone, ...SkinTone[]] {
  const face: number[] = [];
  const others: number[] = [];
  const handSeen = [LANDMARK['left-wrist'], LANDMARK['right-wrist']].map(
    (index) => pose.landmarks[index]!.visibility > 0.6,
  );
  for (let i = 0; i < person.length; i++) {
    if (person[i]! < 0.7) continue;
    if (onFace(body, i)) face.push(i);
    else if (onOtherSkin(body, handSeen, i)) others.push(i);
  }
  const enough = ENOUGH_FACE * person.length;
  if (face.length < enough) {
    const all = face.concat(others);
    return [all.length < 20 ? MEAN_TONE : medianColour(lab, all)];
  }
  const tone = medianColour(lab, face);
  // Gloves, cuffs and roll-necks are told from skin by how far they are from the face's colour.
  const alike = skinLikelihood(lab, [tone], others, 2);
  const bare = others.filter((i) => alike[i]! > 0.25);
  return bare.length < enough ? [tone] : [tone, medianColour(lab, bare)];
}

/**
 * How much pixels look like skin of some tone, 0 to 1. In shadow chroma falls with lightness;
 * towards highlights it fades too, as shine is white.
 *
 * @param pixels indices of the pixels to look at; the others stay 0.
 * @param tolerance factor on the usual spreads of a and b.
 * @param lightTolerance factor on the usual spreads of lightness.
 */
export function skinLikelihood(
  lab: LabImage,
  tones: readonly SkinTone[],
  pixels: ArrayLike<number>,
  tolerance = 1,
  lightTolerance = 1,
): Float32Array {
  const likelihood = new Float32Array(lab.width * lab.height);
  for (const tone of tones) {
    raiseByTone(lab, tone, pixels, tolerance, lightTolerance, likelihood);
  }
  return likelihood;
}

/** Raises each pixel's likelihood to what it is by its distance from a tone's shading line. */
function raiseByTone(
  { data }: LabImage,
  [lightness, toneA, toneB]: SkinTone,
  pixels: ArrayLike<number>,
  tolerance: number,
  lightTolerance: number,
  likelihood: Float32Array,
): void {
  const fade = (1 - SHINE_CHROMA) / Math.max(10, 100 - lightness);
  for (let k = 0; k < pixels.length; k++) {
    const i = pixels[k]!;
    const dl = data[i * 3]! - lightness;
    const shade = dl < 0 ? 1 + (SHADE_CHROMA * dl) / (lightness + 16) : 1 - dl * fade;
    const spread = tolerance * (1 + Math.max(0, -dl) * SPREAD_GROWTH);
    const a = (data[i * 3 + 1]! - toneA * shade) / (A_SPREAD * spread);
    const b = (data[i * 3 + 2]! - toneB * shade) / (B_SPREAD * spread);
    const l = dl / (lightTolerance * (dl < 0 ? SHADOW_SPREAD : LIGHT_SPREAD));
    const alike = Math.exp(-0.5 * (a * a + b * b + l * l));
    if (alike > likelihood[i]!) likelihood[i] = alike;
  }
}
