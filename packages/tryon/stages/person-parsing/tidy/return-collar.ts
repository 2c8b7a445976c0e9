import type { LabImage } from '@proteus/raster/types.ts';
import type { BodyCoordinates } from '../evidence/body-coordinates.ts';
import { HAIR, UPPER } from '../regions/region-priors.ts';

/** Where collars lie beside hair: torso lengths below the shoulder joints, body units from the middle. */
const HIGHEST = -0.3;
const LOWEST = 0.3;
const OUTERMOST = 0.6;
/** Above the chin, in face radii from its middle, hair is nothing else. */
const SURELY_HAIR = -1;
/** Pixels of such hair needed to know its colour. */
const ENOUGH = 60;
/** So many deviations off the hair's mean colour, on one channel, a pixel looks unlike it. */
const UNLIKE = 2;
/** Hair that is all of one colour still varies by so many steps. */
const LEAST_DEVIATION = 3;
/** From one pixel of a collar to the next its colour changes by less than this. */
const STEP = 7;
/** Pixels of a collar differ from its mean colour by less than this. */
const ALIKE = 14;

type HairColour = readonly { readonly mean: number; readonly deviation: number }[];

/** Colour of the hair beside face and crown; null where too little of it is seen. */
function hairColour(
  labels: Uint8Array,
  lab: LabImage,
  { faceUp }: Pick<BodyCoordinates, 'faceUp'>,
): HairColour | null {
  const sums = new Float64Array(6);
  let count = 0;
  for (let i = 0; i < labels.length; i++) {
    if (labels[i] !== HAIR || faceUp[i]! < SURELY_HAIR) continue;
    count++;
    for (let k = 0; k < 3; k++) {
      const value = lab.data[i * 3 + k]!;
      sums[k]! += value;
      sums[k + 3]! += value * value;
    }
  }
  if (count < ENOUGH) return null;
  return [0, 1, 2].map((k) => {
    const mean = sums[k]! / count;
    const variance = sums[k + 3]! / count - mean * mean;
    return { mean, deviation: Math.max(LEAST_DEVIATION, Math.sqrt(Math.max(0, variance))) };
  });
}

/** Distance between the colours of two pixels. */
function difference({ data }: LabImage, i: number, j: number): number {
  const l = data[i * 3]! - data[j * 3]!;
  const a = data[i * 3 + 1]! - data[j * 3 + 1]!;
  const b = data[i * 3 + 2]! - data[j * 3 + 2]!;
  return Math.hypot(l, a, b);
}

/** How many of some pixels have about the mean colour of a piece. */
function countAlike(pixels: readonly number[], lab: LabImage, piece: readonly number[]): number {
  const mean = [0, 1, 2].map(
    (k) => piece.reduce((sum, i) => sum + lab.data[i * 3 + k]!, 0) / piece.length,
  );
  return pixels.filter(
    (i) => Math.hypot(...mean.map((value, k) => lab.data[i * 3 + k]! - value)) < ALIKE,
  ).length;
}

/**
 * Gives back to the top what of its collar was taken for hair that hangs beside it: from the top
 * onwards, what goes on in its colour and is none of the hair's, if more of that colour is the top's
 * already.
 *
 * @param labels region of each pixel; changed in place.
 */
export function returnCollar(
  labels: Uint8Array,
  lab: LabImage,
  body: Pick<BodyCoordinates, 'width' | 'height' | 'down' | 'across' | 'faceUp'>,
): void {
  const hair = hairColour(labels, lab, body);
  if (hair === null) return;
  const { width } = body;
  const isNear = (i: number) =>
    body.down[i]! > HIGHEST && body.down[i]! < LOWEST && Math.abs(body.across[i]!) < OUTERMOST;
  const isUnlike = (i: number) =>
    hair.some(
      ({ mean, deviation }, k) => Math.abs(lab.data[i * 3 + k]! - mean) > UNLIKE * deviation,
    );
  const top: number[] = [];
  for (let i = width; i < labels.length - width; i++) {
    if (labels[i] === UPPER && isNear(i)) top.push(i);
  }
  const taken = new Uint8Array(labels.length);
  for (const start of top) {
    const piece = [start];
    for (let at = 0; at < piece.length; at++) {
      const i = piece[at]!;
      for (const j of [i - 1, i + 1, i - width, i + width]) {
        if (labels[j] !== HAIR || taken[j] === 1 || !isNear(j) || !isUnlike(j)) continue;
        if (difference(lab, i, j) > STEP) continue;
        taken[j] = 1;
        piece.push(j);
      }
    }
    if (piece.length === 1 || countAlike(top, lab, piece) < piece.length) continue;
    for (const i of piece) labels[i] = UPPER;
  }
}
