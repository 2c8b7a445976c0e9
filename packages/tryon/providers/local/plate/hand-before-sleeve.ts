import { PART } from '@proteus/contracts/person-parts.ts';
import {
  type ConnectedComponents,
  connectedComponents,
} from '@proteus/raster/connected-components.ts';
import { type ArmOutline, isSleeved } from '../../../stages/warp/body/arm-outline.ts';
import type { LimbCapsules } from '../body/limb-capsules.ts';
import type { NearbyPerson } from '../crop-person.ts';
import { isSkin, partMask } from '../part-mask.ts';

/** By side of the picture: the arm's own forearm and hand, and the other arm's hand. */
const SIDES = [
  { forearm: PART['right-forearm'], own: PART['right-hand'], other: PART['left-hand'] },
  { forearm: PART['left-forearm'], own: PART['left-hand'], other: PART['right-hand'] },
] as const;
/** A sleeve goes on below skin where it is seen this much further along the arm, and in which steps it is looked for. */
const BELOW = 0.08;
const STEP = 0.04;

/** Whether the old sleeve is seen again further down: skin above its cuff is not that arm's. */
function sleeveGoesOn(outline: ArmOutline, along: number): boolean {
  for (let below = along + BELOW; below <= 1; below += STEP) {
    if (isSleeved(outline, below)) return true;
  }
  return false;
}

/**
 * Gives the skin of a hand that lies before the other arm's sleeve to that hand: its wrist lies nearer to the
 * sleeved arm's bone than to its own, and would vanish in the new sleeve.
 *
 * @returns the person itself where there is none of that.
 */
export function handBeforeSleeve(person: NearbyPerson, limbs: LimbCapsules): NearbyPerson {
  const { parts } = person;
  let data: Uint8Array | null = null;
  let skin: ConnectedComponents | null = null;
  for (const [side, { forearm, own, other }] of SIDES.entries()) {
    const outline = limbs.outlines[side as 0 | 1];
    const isMistaken = (pixel: number) =>
      parts.data[pixel] === forearm &&
      limbs.side[pixel] === side &&
      sleeveGoesOn(outline, limbs.along[pixel]!);
    let first = 0;
    while (first < parts.data.length && !isMistaken(first)) first++;
    if (first === parts.data.length) continue;
    skin ??= connectedComponents(partMask(parts, isSkin), 8);
    const { labels, components } = skin;
    const hands = new Uint8Array(components.length + 1);
    for (let pixel = 0; pixel < labels.length; pixel++) {
      const part = parts.data[pixel]!;
      if (part === other) hands[labels[pixel]!]! |= 1;
      else if (part === own) hands[labels[pixel]!]! |= 2;
    }
    data ??= parts.data.slice();
    for (let pixel = first; pixel < labels.length; pixel++) {
      if (hands[labels[pixel]!] === 1 && isMistaken(pixel)) data[pixel] = other;
    }
  }
  return data === null ? person : { ...person, parts: { ...parts, data } };
}
