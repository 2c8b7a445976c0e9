import type { GarmentCategory } from '@proteus/contracts/jobs/category.ts';
import { PART } from '@proteus/contracts/person-parts.ts';
import { closeMask } from '@proteus/raster/close.ts';
import { connectedComponents } from '@proteus/raster/connected-components.ts';
import { createMask } from '@proteus/raster/create-mask.ts';
import { fillHoles } from '@proteus/raster/fill-holes.ts';
import { openMask } from '@proteus/raster/open.ts';
import type { Mask } from '@proteus/raster/types.ts';
import type { PersonAnalysis } from '../../person-analysis.ts';
import { createClothOpposite, LOWER_ARMS } from './cloth-opposite.ts';

/** Gaps that an arm or hair leaves are closed up to twice this, in shoulder widths. */
const BRIDGE = 0.16;
/** Things worn on the cloth, such as brooches and buckles, are no larger than this squared, likewise. */
const THING = 0.15;
/** What is guessed of the cloth has no ends narrower than twice this, likewise. */
const ROUND = 0.05;

/**
 * The cloth that is seen, and what of it lies beneath hands, arms, hair and things worn on it: where
 * cloth lies to both sides of them, or goes on like that on the body's other side.
 *
 * @param seen the cloth that is seen.
 * @param hair with its scraps.
 */
export function uncoverCloth(
  seen: Mask,
  person: PersonAnalysis,
  hair: Mask,
  category: GarmentCategory,
): Mask {
  const { parts, frame } = person;
  const goesOn = createClothOpposite(seen, person);
  const bridged = closeMask(seen, Math.max(1, BRIDGE * frame.shoulderWidth));
  const whole = createMask(seen.width, seen.height);
  for (let y = 0, i = 0; y < seen.height; y++) {
    for (let x = 0; x < seen.width; x++, i++) {
      const isHair = hair.data[i] !== 0;
      const part = parts.data[i]!;
      const isBridged = bridged.data[i] !== 0 && (part === PART.hair || LOWER_ARMS.has(part));
      const covers = isHair || LOWER_ARMS.has(part);
      const isHidden = isBridged || (covers && goesOn(isHair, x, y));
      if (seen.data[i] || isHidden) whole.data[i] = 255;
    }
  }
  const things = enclosedThings(whole, parts, category, (THING * frame.shoulderWidth) ** 2);
  for (let i = 0; i < whole.data.length; i++) if (things.data[i]) whole.data[i] = 255;
  const rounded = openMask(whole, ROUND * frame.shoulderWidth);
  for (let i = 0; i < whole.data.length; i++) {
    whole.data[i] = seen.data[i] || rounded.data[i] ? 255 : 0;
  }
  return whole;
}

/** Between arm and torso the backdrop or the trousers show; what else is enclosed lies on the cloth. */
function enclosedThings(
  cloth: Mask,
  parts: Mask,
  category: GarmentCategory,
  largest: number,
): Mask {
  const filled = fillHoles(cloth);
  const things = createMask(cloth.width, cloth.height);
  for (let i = 0; i < things.data.length; i++) {
    if (filled.data[i] && !cloth.data[i] && parts.data[i] !== PART.background) things.data[i] = 255;
  }
  const { labels, components } = connectedComponents(things);
  const others = new Uint32Array(components.length + 1);
  for (let i = 0; i < labels.length; i++) {
    if (labels[i] !== 0 && parts.data[i] === PART['lower-clothes']) others[labels[i]!]!++;
  }
  const isOther = new Uint8Array(components.length + 1);
  for (const { label, area } of components) {
    if (category === 'upper' && area > largest && others[label]! > area / 2) isOther[label] = 1;
  }
  for (let i = 0; i < labels.length; i++) if (isOther[labels[i]!]) things.data[i] = 0;
  return things;
}
