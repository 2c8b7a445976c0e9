import { PART } from '@proteus/contracts/person-parts.ts';
import type { Mask, Plane, RgbImage } from '@proteus/raster/types.ts';
import { seeBackdrop } from '../backdrop/seen-backdrop.ts';
import { continueBackdrop, readBackdrop } from '../backdrop/textured-backdrop.ts';
import type { LimbCapsules } from '../body/limb-capsules.ts';
import type { NearbyPerson } from '../crop-person.ts';
import { isSkin } from '../part-mask.ts';
import { drawSkin } from '../skin/skin-fill.ts';
import { passIntoArms } from './bare-arm-rim.ts';
import { passIntoTrunk } from './bare-trunk-rim.ts';
import type { ClothLevels } from './behind-cloth.ts';
import { BEHIND, classifyBehindCloth } from './behind-cloth.ts';
import { evenWaistband } from './even-waistband.ts';
import { continueHair } from './hair-in-pockets.ts';
import { refineLimbEdges } from './limb-edges.ts';
import { continueLower } from './lower-continued.ts';
import { measureOldCloth } from './old-cloth.ts';
import { softKind } from './soft-kind.ts';
import { textureLower } from './textured-lower.ts';
import { tidyKinds } from './tidy-kinds.ts';
import { keepWallAtNeck } from './wall-at-neck.ts';

/** The person with the old top taken away. */
export interface CleanPlate {
  /** Defined where `removed` is above 0. */
  readonly colour: RgbImage;
  /** How far the old cloth is taken away, 0 to 1, soft at its edge. */
  readonly removed: Plane;
  /** `BEHIND` by pixel. */
  readonly kinds: Mask;
  /** Share of bare skin drawn at each pixel, 0 to 1. */
  readonly skin: Float32Array;
  /** Share of the photo's own texture at each pixel, 0 to 1: it has its grain already. */
  readonly textured: Float32Array;
}

/** What the old top hid, and what the new one will. */
export interface PlateLevels extends ClothLevels {
  /** Where the new top ends, pixels below the shoulder joints. */
  readonly topEnd: number;
  /** Whether it hangs as low as the old one, whose shadow on the lower clothes then is its own. */
  readonly hangsAlike: boolean;
}

/** A top that hangs over the lower clothes shades them, this far in shoulder widths ... */
const HEM_SHADOW = 0.12;
/** ... but one that is tucked in, or whose shadow stays, leaves the edge of its own colour only, pixels. */
const SEEN_RIM = 3;

/** How far the old top's edge, and its shadow if that goes, lie on the lower clothes, in pixels. */
function lowerRim({ waist, hangsAlike }: PlateLevels, shoulderWidth: number): number {
  if (waist === null) return 0;
  return waist.hidden && !hangsAlike ? Math.round(HEM_SHADOW * shoulderWidth) : SEEN_RIM;
}

function addTimes(sum: Float32Array, colour: Float32Array, weight: number): void {
  for (let channel = 0; channel < 3; channel++) sum[channel]! += colour[channel]! * weight;
}

/**
 * Takes the old top off: what lies behind becomes background, bare skin in the tone of the same
 * limb, or lower clothes.
 *
 * @param shade brightness of the old cloth's own shading, around 1; carried over to the skin.
 * @param toCloth squared distance of each pixel from the old top, in pixels.
 */
export function makeCleanPlate(
  person: NearbyPerson,
  limbs: LimbCapsules,
  trunk: Mask,
  levels: PlateLevels,
  shade: Plane,
  toCloth: Float32Array,
): CleanPlate {
  const { picture } = person;
  const { width, height } = picture;
  const seen = seeBackdrop(person, PART['upper-clothes']);
  const rim = lowerRim(levels, person.frame.shoulderWidth);
  const onLower = rim > 0 ? { reach: rim, toCloth } : null;
  const removed = measureOldCloth(person, seen, PART['upper-clothes'], isSkin, onLower);
  passIntoArms(removed, person, limbs, toCloth);
  passIntoTrunk(removed, person, trunk, toCloth);
  const lower = levels.waist === null ? null : continueLower(person, levels.waist, rim);
  const kinds = classifyBehindCloth(person, removed, limbs, trunk, {
    ...levels,
    waist: lower === null ? null : levels.waist,
  });
  keepWallAtNeck(kinds, person, seen);
  tidyKinds(kinds, person, limbs);
  evenWaistband(kinds);
  const body = softKind(kinds, [BEHIND.arm, BEHIND.trunk]);
  const beside = softKind(kinds, [BEHIND.background]);
  refineLimbEdges(body, beside, kinds, BEHIND.arm, limbs);
  const skin = drawSkin(person, limbs, kinds, body, shade).data;
  const backdrop = seen && continueBackdrop(person, seen, kinds);
  const texture = lower && textureLower(person, kinds, levels.topEnd);
  const onLowerShare = softKind(kinds, [BEHIND.lower]);
  const colour = picture.data.slice();
  const textured = new Float32Array(kinds.data.length);
  const sum = new Float32Array(3);
  const sample = new Float32Array(3);
  for (let pixel = 0; pixel < kinds.data.length; pixel++) {
    const kind = kinds.data[pixel]!;
    if (kind === BEHIND.untouched) {
      removed.data[pixel] = 0;
      continue;
    }
    let total = body[pixel]!;
    let ownTexture = 0;
    for (let channel = 0; channel < 3; channel++) {
      sum[channel] = skin[pixel * 3 + channel]! * total;
    }
    const lowerShare = lower === null ? 0 : onLowerShare[pixel]!;
    if (lower !== null && lowerShare > 0) {
      lower(pixel, texture, sample);
      addTimes(sum, sample, lowerShare);
      if (texture !== null) ownTexture += lowerShare;
      total += lowerShare;
    }
    const restShare = backdrop === null ? 0 : beside[pixel]!;
    if (backdrop !== null && restShare > 0) {
      const x = pixel % width;
      ownTexture += restShare * readBackdrop(backdrop, x, (pixel - x) / width, sample);
      addTimes(sum, sample, restShare);
      total += restShare;
    }
    if (total <= 0) continue;
    textured[pixel] = ownTexture / total;
    for (let channel = 0; channel < 3; channel++) {
      colour[pixel * 3 + channel] = Math.round(sum[channel]! / total);
    }
  }
  const plate = { width, height, data: colour };
  continueHair(plate, kinds, person, [body, beside, onLowerShare]);
  return { colour: plate, removed, kinds, skin: body, textured };
}
