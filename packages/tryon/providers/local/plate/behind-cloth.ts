import { PART } from '@proteus/contracts/person-parts.ts';
import type { Mask, Plane } from '@proteus/raster/types.ts';
import type { PersonAnalysis } from '../../../person-analysis.ts';
import { isSleeved } from '../../../stages/warp/body/arm-outline.ts';
import { acrossFrame, belowShoulders } from '../../../stages/warp/body/frame-coordinates.ts';
import type { LimbCapsules } from '../body/limb-capsules.ts';
import { isBareArm, isHand } from '../skin/skin-known.ts';
import { type WaistEdge, waistEdgeAt } from './hidden-waist.ts';

/** What comes to light where old cloth is taken away. */
export const BEHIND = {
  untouched: 0,
  arm: 1,
  trunk: 2,
  lower: 3,
  background: 4,
  leg: 5,
  hair: 6,
} as const;

/** What the old top hid of the rest, by height. */
export interface ClothLevels {
  /** Above: skin of the trunk; below: lower clothes; null = none are known. */
  readonly waist: WaistEdge | null;
}

/** From this share of the person's mask on a place lies on the person, whatever the parse has there. */
export const ON_PERSON = 0.5;
/** Old cloth is never looked for further out than this, in shoulder widths from the middle. */
const WIDEST = 2.6;
/** So many pixels above the lower clothes, from this share of them on, a pixel of the old top's edge shows them. */
const WAISTBAND_EDGE = 4;
const LOWER_SHARE = 0.2;
/** Share of a bare arm's radius that may still lie under old cloth. */
const BARE_WIDTH = 0.95;
/** The old sleeve may end this much lower along the arm than was measured. */
const CUFF = 0.06;

/** Skin this far from an arm's middle line, in radii, is the arm; beyond, old cloth may look like it. */
const SEEN_ARM = 1.12;

/** Whether a pixel beside old cloth shows an arm or a hand, not the cuff's edge taken for skin. */
export function isSeenArm(part: number, limbs: LimbCapsules, pixel: number): boolean {
  return isHand(part) || (isBareArm(part) && limbs.distance[pixel]! < SEEN_ARM);
}

/** Whether the old sleeve covered the arm at a pixel, its cuff's surroundings included. */
export function wasSleeved(limbs: LimbCapsules, pixel: number): boolean {
  const outline = limbs.outlines[limbs.side[pixel]! as 0 | 1];
  const along = limbs.along[pixel]!;
  return isSleeved(outline, along) || isSleeved(outline, along - CUFF);
}

/**
 * Names for every pixel of old cloth what lies behind it: the arm inside a sleeve, the trunk, the
 * lower clothes, or the background.
 *
 * @param removed 0 to 1: how far the old cloth is taken away.
 */
export function classifyBehindCloth(
  person: PersonAnalysis,
  removed: Plane,
  limbs: LimbCapsules,
  trunk: Mask,
  levels: ClothLevels,
): Mask {
  const { width, height } = person.picture;
  const { frame, parts, pose, regions } = person;
  const { waist } = levels;
  const waistAt = (across: number): number =>
    waist === null ? Number.POSITIVE_INFINITY : waistEdgeAt(waist, across, frame.shoulderWidth);
  const kinds = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const pixel = y * width + x;
      if (removed.data[pixel]! <= 0) continue;
      if (Math.abs(acrossFrame(frame, x, y)) > WIDEST) continue;
      const below = belowShoulders(frame, x, y);
      const part = parts.data[pixel]!;
      const onPerson = pose.personMask.data[pixel]! > ON_PERSON || part === PART['upper-clothes'];
      // Where the arm was bare it is seen: old cloth beside it lay behind it, and the wall is the wall.
      const isInBare = limbs.distance[pixel]! < 1 && !wasSleeved(limbs, pixel);
      const reach = isInBare ? BARE_WIDTH : 1;
      const isWaistband =
        part === PART['upper-clothes'] &&
        regions.lower.data[pixel]! > LOWER_SHARE &&
        parts.data[pixel + WAISTBAND_EDGE * width] === PART['lower-clothes'];
      const isLower = part === PART['lower-clothes'] || isWaistband;
      if (isLower && waist !== null) kinds[pixel] = BEHIND.lower;
      else if (part === PART.background && (isInBare || !onPerson))
        kinds[pixel] = BEHIND.background;
      else if (limbs.distance[pixel]! < reach || isSeenArm(part, limbs, pixel))
        kinds[pixel] = BEHIND.arm;
      else if (trunk.data[pixel] !== 0 && onPerson) {
        kinds[pixel] = below > waistAt(acrossFrame(frame, x, y)) ? BEHIND.lower : BEHIND.trunk;
      } else kinds[pixel] = BEHIND.background;
    }
  }
  return { width, height, data: kinds };
}
