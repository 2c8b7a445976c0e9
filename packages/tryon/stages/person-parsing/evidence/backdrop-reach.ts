import type { BodyCoordinates } from './body-coordinates.ts';
import type { Evidence } from './evidence.ts';
import { plainBackdrop } from './plain-backdrop.ts';

/** Surely seen background, by the person mask. */
const OUTSIDE = 0.5;
/** How far the coarse person mask can overreach, in body units. */
const OVERREACH = 0.3;
/** Mass of a colour among the clothes' own from which on it does not tell the backdrop. */
const OWN_COLOUR = 0.005;
/** The middle of the body's front, which shows clothes and nothing else: its half width in body units ... */
const MIDDLE = 0.2;
/** ... its torso and its hips, in torso lengths ... */
const FRONT = { top: [0.2, 0.8], lower: [1.1, 1.4] } as const;
/** ... the least probability of the person there, and the share from which on cloth looks like the backdrop. */
const SURELY = 0.97;
const LIKE_BACKDROP = 0.03;
/** Surely background, and how far its colours may lie apart, L*a*b*. */
const CLEAR = 0.04;
const UNEVEN = 6;
/** Cloth this far from the backdrop's density may look just like it a little further on, in better light. */
const NEARLY = 0.1;
/** Beside the trunk, in body units and torso lengths, the backdrop shows between arm and waist. */
const BESIDE = 0.3;
const ARMPIT = 0.15;
const HANDS = 1.3;

/** Whether the backdrop may show at a place though none of it is seen around. */
function isBetweenArmAndWaist({ across, down }: BodyCoordinates, i: number): boolean {
  return Math.abs(across[i]!) > BESIDE && down[i]! > ARMPIT && down[i]! < HANDS;
}

/** Colour models of what is worn. */
export interface WornColours {
  readonly top: Float32Array;
  readonly lower: readonly Float32Array[];
}

/** Whether the backdrop has one colour all over: on an uneven one clothes may be like another part of it. */
function isEven({ lab, person }: Evidence): boolean {
  const sums = [0, 0, 0];
  const squares = [0, 0, 0];
  let count = 0;
  for (let i = 0; i < person.length; i++) {
    if (person[i]! > CLEAR) continue;
    count++;
    for (let channel = 0; channel < 3; channel++) {
      const value = lab.data[i * 3 + channel]!;
      sums[channel]! += value;
      squares[channel]! += value * value;
    }
  }
  const variance = squares.reduce(
    (sum, square, k) => sum + square / count - (sums[k]! / count) ** 2,
    0,
  );
  return Math.sqrt(variance) < UNEVEN;
}

/** Whether the clothes at some height of the body's front look like the backdrop. */
function looksLikeBackdrop(
  { across, down }: BodyCoordinates,
  { person, pixels }: Evidence,
  [from, to]: readonly [number, number],
  mayBeBackdrop: (i: number) => boolean,
): boolean {
  let seen = 0;
  let alike = 0;
  for (let k = 0; k < pixels.length; k++) {
    const i = pixels[k]!;
    if (person[i]! < SURELY || Math.abs(across[i]!) > MIDDLE) continue;
    if (down[i]! < from || down[i]! > to) continue;
    seen++;
    if (mayBeBackdrop(i)) alike++;
  }
  return seen === 0 || alike > LIKE_BACKDROP * seen;
}

/**
 * Finds the pixels that the person mask covers by its coarseness alone: they look just like the
 * backdrop, as no cloth does, and join it without a break: between hair and shoulder, between the
 * legs, between arm and waist.
 *
 * @param worn colour models; one of clothes that met the backdrop under the coarse mask claims its
 *   colour only where the clothes themselves look like it.
 * @param unit body unit in parse pixels.
 * @returns 1 at those pixels.
 */
export function backdropReach(
  body: BodyCoordinates,
  evidence: Evidence,
  worn: WornColours,
  unit: number,
): Uint8Array {
  const { person, pixels, bins, backdropDensity, width, height } = evidence;
  const reached = new Uint8Array(person.length);
  const alike = plainBackdrop(evidence);
  const isBackdrop = (i: number) => backdropDensity[i]! > alike;
  const nearly = isEven(evidence) ? NEARLY * alike : 0;
  const mayBeBackdrop = (i: number) => backdropDensity[i]! >= nearly;
  const own = [
    ...(looksLikeBackdrop(body, evidence, FRONT.top, mayBeBackdrop) ? [worn.top] : []),
    ...(looksLikeBackdrop(body, evidence, FRONT.lower, mayBeBackdrop) ? worn.lower : []),
  ];
  const isOwn = (i: number) => own.some((model) => model[bins.data[i]!]! > OWN_COLOUR);
  const isAlike = (i: number) => isBackdrop(i) && !isOwn(i);
  let front: number[] = [];
  for (let k = 0; k < pixels.length; k++) {
    const i = pixels[k]!;
    if ((person[i]! < OUTSIDE || isBetweenArmAndWaist(body, i)) && isAlike(i)) front.push(i);
  }
  for (const i of front) reached[i] = 1;
  for (let step = OVERREACH * unit; step > 0 && front.length > 0; step--) {
    const next: number[] = [];
    const visit = (i: number) => {
      if (reached[i] === 1 || !isAlike(i)) return;
      reached[i] = 1;
      next.push(i);
    };
    for (const i of front) {
      const x = i % width;
      if (x > 0) visit(i - 1);
      if (x + 1 < width) visit(i + 1);
      if (i >= width) visit(i - width);
      if (i + width < width * height) visit(i + width);
    }
    front = next;
  }
  return reached;
}
