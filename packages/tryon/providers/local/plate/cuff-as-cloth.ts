import { PART } from '@proteus/contracts/person-parts.ts';
import { openMask } from '@proteus/raster/open.ts';
import type { LimbCapsules } from '../body/limb-capsules.ts';
import type { NearbyPerson } from '../crop-person.ts';
import { partMask } from '../part-mask.ts';
import { isBareArm, isHand } from '../skin/skin-known.ts';
import { wasSleeved } from './behind-cloth.ts';

/** How deep the inside of a cuff, or its shadow on the arm, is looked for, in shoulder widths. */
const DEPTH = 0.15;
/** The same for frills and lace over a hand; further from the cuff there are shadows between fingers. */
const DEPTH_ON_HAND = 0.07;
/** A cuff's corner in the colour of skin sticks out of the arm, to more than these radii, so near to the cuff. */
const BULGE = 1.05;
const CORNER = 0.05;
/** Darker than this share of the face's lightness it is no lit skin ... */
const DARKEST = 0.5;
/** ... and of a colour this many steps of a* and b* off it is none at all. */
const TINT = 20;
/** Half the width of a cuff's inside at least, pixels. */
const RIM = 1;

/**
 * Takes what the parse has for an arm's or a hand's skin at the end of an old sleeve, but cannot be, for cloth: the
 * inside of a wide cuff, its corner, and the deep shadow under it. Elsewhere cloth beside skin tints it.
 *
 * @param toCloth squared distance of each pixel from the old top, in pixels.
 * @returns the person itself where there is none of that.
 */
export function cuffAsCloth(
  person: NearbyPerson,
  limbs: LimbCapsules,
  toCloth: Float32Array,
): NearbyPerson {
  const { parts, lab, skinTone, frame } = person;
  const onArm = (DEPTH * frame.shoulderWidth) ** 2;
  const corner = (CORNER * frame.shoulderWidth) ** 2;
  const onHand = (DEPTH_ON_HAND * frame.shoulderWidth) ** 2;
  const cloth = partMask(parts, (part) => part === PART['upper-clothes']);
  let found = false;
  for (let pixel = 0; pixel < cloth.data.length; pixel++) {
    const part = parts.data[pixel]!;
    if (toCloth[pixel]! > (isBareArm(part) ? onArm : isHand(part) ? onHand : -1)) continue;
    if (!wasSleeved(limbs, pixel)) continue;
    const at = pixel * 3;
    const tint = Math.hypot(lab.data[at + 1]! - skinTone[1], lab.data[at + 2]! - skinTone[2]);
    // Thumbs stick out of hands.
    const sticksOut =
      isBareArm(part) && limbs.distance[pixel]! > BULGE && toCloth[pixel]! <= corner;
    if (lab.data[at]! >= DARKEST * skinTone[0] && tint <= TINT && !sticksOut) continue;
    cloth.data[pixel] = 255;
    found = true;
  }
  if (!found) return person;
  // A line of single pixels is the limb's own edge, which mixes with what is behind it.
  const broad = openMask(cloth, RIM).data;
  const data = parts.data.map((part, pixel) => (broad[pixel] === 0 ? part : PART['upper-clothes']));
  return { ...person, parts: { ...parts, data } };
}
