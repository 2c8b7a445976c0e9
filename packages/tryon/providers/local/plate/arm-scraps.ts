import { PART } from '@proteus/contracts/person-parts.ts';
import { closeMask } from '@proteus/raster/close.ts';
import { connectedComponents } from '@proteus/raster/connected-components.ts';
import { openMask } from '@proteus/raster/open.ts';
import { restrictMask } from '@proteus/raster/restrict-mask.ts';
import type { Mask } from '@proteus/raster/types.ts';
import type { NearbyPerson } from '../crop-person.ts';
import { isHand } from '../skin/skin-known.ts';
import { skinInLight } from '../skin/skin-line.ts';
import type { LimbTones } from './limb-tones.ts';
import { measureEdges } from './piece-edge.ts';

/** Scraps of cloth are looked for on arms and hands this near the old top, in shoulder widths. */
const NEAR = 0.15;
/** Steps of a* and b* from the limb's own tone in the same light that no skin is off; hands have knuckles and nails. */
const OFF_ARM = 11;
const OFF_HAND = 14;
/** In deep shade, below this share of the limb's lightness, colours tell nothing. */
const DARKEST = 0.5;
/** Half the width of a scrap at least, in shoulder widths: a narrower rim is mixed by the lens. */
const THINNEST = 0.009;
/** A scrap comes this near to the old top, in shoulder widths; bracelets lie between skin. */
const TOUCHES = 0.025;
/** Share of its outline that may lie along the wall: an arm's own rim has the wall's colour. */
const MOST_WALL = 0.08;
/** A scrap has an edge: over three pixels to the limb beside it so large a share is lost of how far it is off. */
const SHARP = 0.2;
/** Shade in the crook of an arm and the light that cloth throws on skin are redder than the limb by so many steps of a*, and fade. */
const REDDER = 5;
const SHARP_RED = 0.28;

/**
 * Takes for cloth what the parse has for an arm or a hand beside the old top although it is of another
 * colour than that limb in any light: a print, a fold that touches the arm.
 *
 * @param toCloth squared distance of each pixel from the old top, in pixels.
 * @returns the person itself where there is none of that.
 */
export function scrapsAsCloth(
  person: NearbyPerson,
  toCloth: Float32Array,
  tones: LimbTones,
): NearbyPerson {
  const { parts, lab, frame } = person;
  const near = (NEAR * frame.shoulderWidth) ** 2;
  const scraps = { ...parts, data: new Uint8Array(parts.data.length) };
  const offTone = new Float32Array(parts.data.length).fill(Number.NaN);
  const redness = new Float32Array(parts.data.length);
  const limbs = { ...parts, data: new Uint8Array(parts.data.length) };
  for (let pixel = 0; pixel < scraps.data.length; pixel++) {
    const part = parts.data[pixel]!;
    if (toCloth[pixel]! > near) continue;
    const tone = tones.get(part);
    const at = pixel * 3;
    if (tone === undefined) continue;
    limbs.data[pixel] = 255;
    if (lab.data[at]! < DARKEST * tone[0]) continue;
    const [, a, b] = skinInLight(tone, lab.data[at]!);
    const off = Math.hypot(lab.data[at + 1]! - a, lab.data[at + 2]! - b);
    offTone[pixel] = off;
    redness[pixel] = lab.data[at + 1]! - a;
    if (off > (isHand(part) ? OFF_HAND : OFF_ARM)) scraps.data[pixel] = 255;
  }
  const least = Math.max(1, THINNEST * frame.shoulderWidth);
  // The dark lines of a print, which tell nothing, part no scrap.
  const whole = closeMask(scraps, Math.round(least));
  restrictMask(whole, limbs);
  const thick = openMask(whole, least);
  const { labels, components } = connectedComponents(thick, 4);
  if (components.length === 0) return person;
  const touches = (TOUCHES * frame.shoulderWidth) ** 2;
  const isBeside = betweenArmAndTop(parts, labels, components.length, toCloth, touches);
  const edges = measureEdges(offTone, redness, labels, components.length, parts.width);
  const data = parts.data.slice();
  for (let pixel = 0; pixel < data.length; pixel++) {
    const label = labels[pixel]!;
    if (label === 0 || !isBeside[label]) continue;
    const { sharpness, red } = edges[label]!;
    if (sharpness > (red > REDDER ? SHARP_RED : SHARP)) data[pixel] = PART['upper-clothes'];
  }
  return { ...person, parts: { ...parts, data } };
}

/** Which pieces come near the old top and do not lie along the wall. */
function betweenArmAndTop(
  { width, data }: Mask,
  labels: Int32Array,
  pieces: number,
  toCloth: Float32Array,
  touches: number,
): readonly boolean[] {
  const near = new Uint8Array(pieces + 1);
  const wall = new Uint32Array(pieces + 1);
  const border = new Uint32Array(pieces + 1);
  const steps = [-1, 1, -width, width];
  for (let pixel = 0; pixel < labels.length; pixel++) {
    const label = labels[pixel]!;
    if (label === 0) continue;
    if (toCloth[pixel]! <= touches) near[label] = 1;
    for (const step of steps) {
      const beside = pixel + step;
      if (labels[beside] === label) continue;
      border[label]!++;
      if (data[beside] === PART.background) wall[label]!++;
    }
  }
  return Array.from(
    near,
    (isNear, label) => isNear === 1 && wall[label]! <= MOST_WALL * border[label]!,
  );
}
