import { PART } from '@proteus/contracts/person-parts.ts';
import { dilate } from '@proteus/raster/dilate.ts';
import { erode } from '@proteus/raster/erode.ts';
import type { Mask } from '@proteus/raster/types.ts';
import type { NearbyPerson } from '../crop-person.ts';
import { partMask } from '../part-mask.ts';

/** Skin this close to cloth or background mixes with it, in pixels. */
const RIM = 3;
/** Beside the old top its shadow lies on the skin, this far in shoulder widths. */
const SHADOW = 0.045;
/** Skin differs from the face by no more than this: steps of a* and b*, share of lightness. */
const TINT = 13;
const DARKEST = 0.5;

const ARM_PARTS = new Uint8Array(256);
for (const part of [
  PART['left-upper-arm'],
  PART['right-upper-arm'],
  PART['left-forearm'],
  PART['right-forearm'],
]) {
  ARM_PARTS[part] = 1;
}

/** Whether a part is a bare arm, without its hand. */
export function isBareArm(part: number): boolean {
  return ARM_PARTS[part] === 1;
}

/** Whether a part is a hand. */
export function isHand(part: number): boolean {
  return part === PART['left-hand'] || part === PART['right-hand'];
}

/** Whether a part is bare skin of neck or trunk. */
export function isBareTrunk(part: number): boolean {
  return part === PART.neck || part === PART['torso-skin'];
}

/** What is drawn asks for it, and its grain does once more. */
const found = new WeakMap<NearbyPerson, Mask>();

/**
 * Where bare skin below the face is seen clearly: well inside its part and clear of
 * the old top's shadow, of a colour that skin of
 * this person can have (no cuffs, straps or jewellery), not in deep shadow.
 *
 * @returns 255 there; not to be changed.
 */
export function findKnownSkin(person: NearbyPerson): Mask {
  const known = found.get(person) ?? searchKnownSkin(person);
  found.set(person, known);
  return known;
}

function searchKnownSkin(person: NearbyPerson): Mask {
  const { parts, lab, skinTone } = person;
  const known = erode(
    partMask(parts, (part) => isBareArm(part) || isHand(part) || isBareTrunk(part)),
    RIM,
  );
  const cloth = partMask(parts, (part) => part === PART['upper-clothes']);
  const shadow = dilate(cloth, Math.max(RIM, SHADOW * person.frame.shoulderWidth)).data;
  const { data } = known;
  for (let pixel = 0; pixel < data.length; pixel++) {
    if (data[pixel] === 0) continue;
    if (shadow[pixel] !== 0) data[pixel] = 0;
    const at = pixel * 3;
    if (
      lab.data[at]! < DARKEST * skinTone[0] ||
      Math.abs(lab.data[at + 1]! - skinTone[1]) > TINT ||
      Math.abs(lab.data[at + 2]! - skinTone[2]) > TINT
    ) {
      data[pixel] = 0;
    }
  }
  return known;
}
