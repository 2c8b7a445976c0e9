import type { BodyCoordinates } from './body-coordinates.ts';
import type { Evidence } from './evidence.ts';
import { plainBackdrop } from './plain-backdrop.ts';

/** Surely seen background, by the person mask. */
const OUTSIDE = 0.5;
/** How far the coarse person mask can overreach, in body units. */
const OVERREACH = 0.3;
/** Mass of a colour among the clothes' own from which on it does not tell the backdrop. */
const OWN_COLOUR = 0.005;
/** Beside the trunk, in body units and torso lengths, the backdrop shows between arm and waist. */
const BESIDE = 0.3;
const ARMPIT = 0.15;
const HANDS = 1.3;

/** Whether the backdrop may show at a place though none of it is seen around. */
function isBetweenArmAndWaist({ across, down }: BodyCoordinates, i: number): boolean {
  return Math.abs(across[i]!) > BESIDE && down[i]! > ARMPIT && down[i]! < HANDS;
}

/**
 * Finds the pixels that the person mask covers by its coarseness alone: they look just like the
 * backdrop, as no cloth does, and join it without a break: between hair and shoulder, between the
 * legs, between arm and waist.
 *
 * @param clothes colour models of what is worn.
 * @param unit body unit in parse pixels.
 * @returns 1 at those pixels.
 */
export function backdropReach(
  body: BodyCoordinates,
  evidence: Evidence,
  clothes: readonly Float32Array[],
  unit: number,
): Uint8Array {
  const { person, pixels, bins, backdropDensity, width, height } = evidence;
  const reached = new Uint8Array(person.length);
  const alike = plainBackdrop(evidence);
  const isOwn = clothes.reduce(
    (own, model) => own.map((is, bin) => (model[bin]! > OWN_COLOUR ? 1 : is)),
    new Uint8Array(clothes[0]?.length ?? 0),
  );
  const isAlike = (i: number) => backdropDensity[i]! > alike && isOwn[bins.data[i]!] !== 1;
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
