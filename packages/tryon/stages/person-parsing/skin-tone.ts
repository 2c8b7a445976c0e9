import { LANDMARK } from '@proteus/contracts/pose-landmarks.ts';
import type { LabImage } from '@proteus/raster/types.ts';
import type { Pose } from '../../pose.ts';
import type { BodyCoordinates } from './body-coordinates.ts';
import { BIN_VOLUME } from './colour-model.ts';

/** Fewer face pixels than this share of the picture do not tell a tone. */
const ENOUGH_FACE = 0.0006;
/** What skin is taken for when neither face, hands nor neck are in the picture. */
const MEAN_TONE = [62, 14, 17] as const;

/** Spread of skin about its shading line, and in lightness below and above the tone. */
const CHROMA_SPREAD = 5.5;
const SHADOW_SPREAD = 28;
const LIGHT_SPREAD = 17;

/** Peak of the skin colour density in mass per histogram cell. */
export const SKIN_DENSITY =
  (0.8 * BIN_VOLUME) /
  ((2 * Math.PI) ** 1.5 * CHROMA_SPREAD ** 2 * ((SHADOW_SPREAD + LIGHT_SPREAD) / 2));

/** The middle of a face: below the brows, above the chin, between the cheeks. */
function onFace(body: BodyCoordinates, i: number): boolean {
  const up = body.faceUp[i]!;
  const across = body.faceAcross[i]!;
  return up < 0.35 && up > -1 && Math.abs(across) < 0.6 && up * up + across * across < 0.6;
}

const median = (values: number[]) => values.sort((a, b) => a - b)[values.length >> 1]!;

/**
 * Median skin colour of the face; of hands and neck too when the face is cut off.
 *
 * @param person probability of each pixel to belong to the person.
 */
export function skinTone(
  lab: LabImage,
  body: BodyCoordinates,
  pose: Pose,
  person: Float32Array,
): readonly [number, number, number] {
  const face: number[] = [];
  const others: number[] = [];
  const handSeen = [LANDMARK['left-wrist'], LANDMARK['right-wrist']].map(
    (index) => pose.landmarks[index]!.visibility > 0.6,
  );
  for (let i = 0; i < person.length; i++) {
    if (person[i]! < 0.7) continue;
    if (onFace(body, i)) face.push(i);
    else if (
      body.neck[i]! < 0.08 ||
      (handSeen[0] && body.hands[0][i]! < 0.04) ||
      (handSeen[1] && body.hands[1][i]! < 0.04)
    ) {
      others.push(i);
    }
  }
  const picked = face.length >= ENOUGH_FACE * person.length ? face : face.concat(others);
  if (picked.length < 20) return MEAN_TONE;
  const channel = (offset: number) => median(picked.map((i) => lab.data[i * 3 + offset]!));
  return [channel(0), channel(1), channel(2)];
}

/**
 * How much every pixel looks like skin of a tone, 0 to 1. Shading scales chroma with lightness
 * (both are cube roots of the same light), so that the distance is taken from that line.
 */
export function skinLikelihood(
  lab: LabImage,
  tone: readonly [number, number, number],
): Float32Array {
  const likelihood = new Float32Array(lab.width * lab.height);
  const [lightness, toneA, toneB] = tone;
  const chroma = 0.5 / CHROMA_SPREAD ** 2;
  const shadow = 0.5 / SHADOW_SPREAD ** 2;
  const light = 0.5 / LIGHT_SPREAD ** 2;
  for (let i = 0, j = 0; i < likelihood.length; i++, j += 3) {
    const l = lab.data[j]!;
    const shade = (l + 16) / (lightness + 16);
    const da = lab.data[j + 1]! - toneA * shade;
    const db = lab.data[j + 2]! - toneB * shade;
    const dl = l - lightness;
    likelihood[i] = Math.exp(-((da * da + db * db) * chroma + dl * dl * (dl < 0 ? shadow : light)));
  }
  return likelihood;
}
