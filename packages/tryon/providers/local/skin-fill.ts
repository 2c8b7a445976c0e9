import { distanceTransform } from '@proteus/raster/distance-transform.ts';
import type { Mask, Plane, RgbImage } from '@proteus/raster/types.ts';
import type { PersonAnalysis } from '../../person-analysis.ts';
import { clamp, mix, smoothStep } from '../../stages/warp/scalar.ts';
import { BEHIND } from './behind-cloth.ts';
import type { LimbCapsules } from './limb-capsules.ts';
import { fillFromRegion, type RegionFill, readFill } from './region-fill.ts';
import { findKnownSkin, isBareArm, isHand } from './skin-known.ts';
import { createSkinRamp, rampOffset, type SkinRamp } from './skin-ramp.ts';
import { measureSkin } from './skin-reference.ts';
import { measureSkinShade } from './skin-shade.ts';

/** What visible skin has over what would be drawn there is carried this far, in shoulder widths. */
const ARM_KINSHIP = 0.3;
const TRUNK_KINSHIP = 0.15;
/** Hands are darker and redder than their arm: alone they tell of the wrist only. */
const HAND_KINSHIP = 0.09;
/** Share of it that is carried all over a limb. */
const ARM_KIN = 0.3;
const TRUNK_KIN = 0.1;
/** Area of a bare arm that tells of the rest of it, in square shoulder widths. */
const ENOUGH_ARM = 0.045;
/** A soft boundary pixel this many radii from the bone takes its colour from the arm. */
const BESIDE_ARM = 1.3;
/** Along the arm, the trunk's tone passes into the arm's. */
const SHOULDER_BLEND = [0.02, 0.35] as const;
/** The old cloth's folds tell of the body under them, by this share. */
const FOLDS = 0.25;
/** Differences are kept around this value in a byte. */
const ZERO = 128;

function isArm(part: number): boolean {
  return isBareArm(part) || isHand(part);
}

/** Skin that is seen, by what it belongs to. */
interface SeenSkin {
  readonly arm: RegionFill | null;
  readonly trunk: RegionFill | null;
  /** Whether more than hands is seen of the arms at the picture's left and right. */
  readonly armSeen: readonly [boolean, boolean];
  /** Distance to the nearest seen skin, pixels, squared. */
  readonly squaredDistance: Float32Array;
}

/** How much the photo's skin differs from what would be drawn there, continued over the body. */
function continueDifferences(
  person: PersonAnalysis,
  limbs: LimbCapsules,
  drawn: RgbImage,
  known: Mask,
): SeenSkin {
  const { picture, parts } = person;
  const { width, height } = picture;
  const counts = [0, 0];
  for (let pixel = 0; pixel < known.data.length; pixel++) {
    if (known.data[pixel] !== 0 && isBareArm(parts.data[pixel]!)) counts[limbs.side[pixel]!]!++;
  }
  const enough = ENOUGH_ARM * person.frame.shoulderWidth ** 2;
  const armSeen = [counts[0]! >= enough, counts[1]! >= enough] as const;
  const arm = new Uint8Array(known.data.length);
  const trunk = new Uint8Array(known.data.length);
  const difference = new Uint8Array(picture.data.length);
  for (let pixel = 0; pixel < known.data.length; pixel++) {
    if (known.data[pixel] === 0) continue;
    const part = parts.data[pixel]!;
    if (isHand(part) && armSeen[limbs.side[pixel]!]!) continue;
    const target = isArm(part) ? arm : trunk;
    target[pixel] = 255;
    for (let at = pixel * 3; at < pixel * 3 + 3; at++) {
      difference[at] = clamp(ZERO + picture.data[at]! - drawn.data[at]!, 0, 255);
    }
  }
  const image = { width, height, data: difference };
  return {
    arm: fillFromRegion(image, { width, height, data: arm }),
    trunk: fillFromRegion(image, { width, height, data: trunk }),
    armSeen,
    squaredDistance: distanceTransform(known),
  };
}

/**
 * Draws bare skin where cloth was taken away: the tone of the same limb in the photo's own light,
 * and on top, as a membrane, whatever visible skin nearby has over that.
 *
 * @param kinds `BEHIND` by pixel.
 * @param share how much of each pixel is skin; drawn wherever it is above 0.
 * @param folds brightness of the old cloth's shading, around 1.
 */
export function drawSkin(
  person: PersonAnalysis,
  limbs: LimbCapsules,
  kinds: Mask,
  share: Float32Array,
  folds: Plane,
): RgbImage {
  const { picture, parts, frame } = person;
  const { width, height } = picture;
  const known = findKnownSkin(person);
  const reference = measureSkin(person);
  const armRamps = reference.arms.map(createSkinRamp);
  const trunkRamp = createSkinRamp(reference.trunk);
  const shade = measureSkinShade(person, limbs, kinds, known);
  const drawn: RgbImage = { width, height, data: picture.data.slice() };
  const onArm = new Uint8Array(kinds.data.length);
  for (let pixel = 0; pixel < kinds.data.length; pixel++) {
    const isSeen = known.data[pixel] !== 0;
    if (!isSeen && share[pixel]! <= 0) continue;
    const kind = kinds.data[pixel]!;
    const drawArm = isSeen
      ? isArm(parts.data[pixel]!)
      : kind === BEHIND.arm || (kind !== BEHIND.trunk && limbs.distance[pixel]! < BESIDE_ARM);
    if (drawArm) onArm[pixel] = 1;
    const fold = isSeen ? 1 : mix(1, folds.data[pixel]!, FOLDS);
    const light = fold * (drawArm ? shade.onArm(pixel) : shade.onTrunk(pixel));
    const armShare = drawArm ? armShareAt(limbs, pixel) : 0;
    writeTone(drawn.data, pixel, trunkRamp, armRamps[limbs.side[pixel]!]!, armShare, light);
  }
  const seen = continueDifferences(person, limbs, drawn, known);
  const lent = new Float32Array(3);
  const lentByTrunk = new Float32Array(3);
  for (let pixel = 0; pixel < kinds.data.length; pixel++) {
    if (share[pixel]! <= 0) continue;
    const armShare = onArm[pixel] === 0 ? 0 : armShareAt(limbs, pixel);
    const away = Math.sqrt(seen.squaredDistance[pixel]!) / frame.shoulderWidth;
    const x = pixel % width;
    const y = (pixel - x) / width;
    const armSeen = seen.armSeen[limbs.side[pixel]!]!;
    const armWeight = armSeen
      ? weigh(seen.arm, armShare, away, ARM_KINSHIP, ARM_KIN)
      : weigh(seen.arm, armShare, away, HAND_KINSHIP, 0);
    const trunkWeight = weigh(seen.trunk, 1 - armShare, away, TRUNK_KINSHIP, TRUNK_KIN);
    if (seen.arm !== null && armWeight > 0) readFill(seen.arm, x, y, lent);
    if (seen.trunk !== null && trunkWeight > 0) readFill(seen.trunk, x, y, lentByTrunk);
    for (let channel = 0; channel < 3; channel++) {
      const more =
        (lent[channel]! - ZERO) * armWeight + (lentByTrunk[channel]! - ZERO) * trunkWeight;
      const at = pixel * 3 + channel;
      drawn.data[at] = clamp(Math.round(drawn.data[at]! + more), 0, 255);
    }
  }
  return drawn;
}

function armShareAt(limbs: LimbCapsules, pixel: number): number {
  return smoothStep(SHOULDER_BLEND[0], SHOULDER_BLEND[1], limbs.along[pixel]!);
}

function weigh(
  fill: RegionFill | null,
  share: number,
  away: number,
  reach: number,
  everywhere: number,
): number {
  if (fill === null) return 0;
  return share * mix(everywhere, 1, Math.exp(-((away / reach) ** 2)));
}

function writeTone(
  target: Uint8Array,
  pixel: number,
  trunk: SkinRamp,
  arm: SkinRamp,
  armShare: number,
  light: number,
): void {
  const offset = rampOffset(light);
  for (let channel = 0; channel < 3; channel++) {
    target[pixel * 3 + channel] = mix(
      trunk.colours[offset + channel]!,
      arm.colours[offset + channel]!,
      armShare,
    );
  }
}
