import { PART } from '@proteus/contracts/person-parts.ts';
import { connectedComponents } from '@proteus/raster/connected-components.ts';
import { createMask } from '@proteus/raster/create-mask.ts';
import { bareArmRadius } from '../../../stages/warp/body/arm-outline.ts';
import type { LimbCapsules } from '../body/limb-capsules.ts';
import type { NearbyPerson } from '../crop-person.ts';
import { isBareArm } from '../skin/skin-known.ts';
import { skinInLight } from '../skin/skin-line.ts';
import type { LabColour } from '../skin/skin-reference.ts';
import type { LimbTones } from './limb-tones.ts';

/** A dark line between an arm and the old top is looked for so far from the top, in shoulder widths. */
const REACH = 0.06;
/** It is darker than this share of what lies to both sides of it. */
const DARK = 0.6;
/** The walk leads over so much of its length across the arm. */
const ACROSS = 0.7;
/** It runs along the arm for so long, in shoulder widths: bracelets and creases are shorter. */
const SHORTEST = 0.1;
/** Beyond it lies no skin: so many steps of a* and b* off the arm's tone in the same light, on the mean. */
const OFF_TONE = 6;

/** How far a walk from the old top into an arm is cloth yet, in pixels; 0 = it is arm from the start. */
function clothAlong(
  lab: Float32Array,
  tone: LabColour,
  first: number,
  step: number,
  reach: number,
): number {
  let slit = 0;
  for (let i = 1; i < reach; i++) {
    if (lab[(first + i * step) * 3]! < lab[(first + slit * step) * 3]!) slit = i;
  }
  const darkest = lab[(first + slit * step) * 3]!;
  let before = 0;
  let off = 0;
  for (let i = 0; i < slit; i++) {
    const at = (first + i * step) * 3;
    const [, a, b] = skinInLight(tone, lab[at]!);
    before = Math.max(before, lab[at]!);
    off += Math.hypot(lab[at + 1]! - a, lab[at + 2]! - b) / slit;
  }
  let behind = 0;
  for (let i = slit; i < reach; i++) behind = Math.max(behind, lab[(first + i * step) * 3]!);
  const isSlit = darkest < DARK * Math.min(before, behind);
  return isSlit && off > OFF_TONE ? slit + 1 : 0;
}

/** Whether a walk of so many pixels leads across an arm rather than along it, where a bracelet may lie beyond a cuff. */
function goesAcross(limbs: LimbCapsules, from: number, to: number, steps: number): boolean {
  const outline = limbs.outlines[limbs.side[from]! as 0 | 1];
  const across = Math.abs(limbs.inward[to]! - limbs.inward[from]!);
  return across * bareArmRadius(outline, limbs.along[from]!) > ACROSS * (steps - 1);
}

/**
 * Takes for cloth what the parse has for an arm although a dark line parts it from that: the old top's own
 * edge, in the arm's shade.
 *
 * @param toCloth squared distance of each pixel from the old top, in pixels.
 * @returns the person itself where there is none of that.
 */
export function beyondSlitAsCloth(
  person: NearbyPerson,
  limbs: LimbCapsules,
  toCloth: Float32Array,
  tones: LimbTones,
): NearbyPerson {
  const { parts, lab, frame } = person;
  const { width, height } = parts;
  const reach = Math.round(REACH * frame.shoulderWidth);
  const found = createMask(width, height);
  for (let y = reach; y < height - reach; y++) {
    for (let x = reach; x < width - reach; x++) {
      const pixel = y * width + x;
      const part = parts.data[pixel]!;
      if (toCloth[pixel] !== 1 || !isBareArm(part)) continue;
      const tone = tones.get(part);
      if (tone === undefined) continue;
      for (const step of [-1, 1, -width, width]) {
        if (parts.data[pixel - step] !== PART['upper-clothes']) continue;
        let inArm = 1;
        while (inArm < reach && isBareArm(parts.data[pixel + inArm * step]!)) inArm++;
        if (!goesAcross(limbs, pixel, pixel + (inArm - 1) * step, inArm)) continue;
        const cloth = clothAlong(lab.data, tone, pixel, step, inArm);
        for (let i = 0; i < cloth; i++) found.data[pixel + i * step] = 255;
      }
    }
  }
  const { labels, components } = connectedComponents(found, 8);
  const least = SHORTEST * frame.shoulderWidth;
  const strips = components.filter((piece) => Math.max(piece.width, piece.height) >= least);
  if (strips.length === 0) return person;
  const isStrip = new Uint8Array(components.length + 1);
  for (const { label } of strips) isStrip[label] = 1;
  const data = parts.data.map((part, pixel) =>
    isStrip[labels[pixel]!] === 1 ? PART['upper-clothes'] : part,
  );
  return { ...person, parts: { ...parts, data } };
}
