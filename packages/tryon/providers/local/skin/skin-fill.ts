import type { Mask, Plane, RgbImage } from '@proteus/raster/types.ts';
import { isSleeved } from '../../../stages/warp/body/arm-outline.ts';
import { clamp, mix, smoothStep } from '../../../stages/warp/scalar.ts';
import type { LimbCapsules } from '../body/limb-capsules.ts';
import type { NearbyPerson } from '../crop-person.ts';
import { BEHIND } from '../plate/behind-cloth.ts';
import { measureBrightestSkin } from './brightest-skin.ts';
import { nearestKin } from './nearest-kin.ts';
import { readFading, type SkinDifference, spreadDifference } from './skin-difference.ts';
import { findKnownSkin, isBareArm, isHand } from './skin-known.ts';
import { createSkinRamp, rampOffset } from './skin-ramp.ts';
import { measureSkin } from './skin-reference.ts';
import { measureSkinShade } from './skin-shade.ts';
import { smoothShoulders } from './smooth-shoulders.ts';

/** What visible skin has over what would be drawn there is carried this far, in shoulder widths. */
const ARM_KINSHIP = 0.3;
const TRUNK_KINSHIP = 0.15;
/** Hands are darker and redder than their arm: alone they tell of the forearm only. */
const HAND_KINSHIP = 0.2;
/** A bare arm half hidden by the old top is in that one's shade where it shows: no sign of the rest. */
const SHADED_KINSHIP = 0.14;
/** From inside the old sleeve to beside the old top all passes over softly, in shares of the arm. */
const SLEEVE_ENDS = [-0.02, 0.02, 0.06, 0.1, 0.14, 0.18] as const;
/** Share of it that is carried all over a limb: what lies below tells of an upper arm nearly whole (33 of them). */
const ARM_KIN = 0.8;
const TRUNK_KIN = 0.1;
/** Up the shoulder that fades, along the arm. */
const KIN_FADES = [0, 0.2] as const;
/** Up to this weight what is carried of the trunk to an arm, or back, goes on the limb's own tone. */
const KIN_ALONE = 0.3;
/** Area of a bare arm that tells of the rest of it, in square shoulder widths. */
const ENOUGH_ARM = 0.045;
/** The trunk has an arm's tone beside it, less and less from here to there, in radii from the arm's bone. */
const NEAR_ARM = [1.1, 1.55] as const;
/** A soft boundary pixel this many radii from the bone takes its colour from the arm. */
const BESIDE_ARM = 1.3;
/** Along the arm, the trunk's tone passes into the arm's: upper arms have the shade of what is below them. */
const SHOULDER_BLEND = [-0.02, 0.2] as const;
/** The old cloth's folds tell of the body under them, by this share. */
const FOLDS = 0.25;
/** Up to this far from known skin drawn skin equals it, in shoulder widths: its rim is not known. */
const BESIDE = 0.06;

function isArm(part: number): boolean {
  return isBareArm(part) || isHand(part);
}

/** What visible skin has over the drawn, of the arms and of neck and trunk. */
interface Differences {
  readonly arm: SkinDifference | null;
  readonly trunk: SkinDifference | null;
  /** Whether more than hands is seen of the arms at the picture's left and right. */
  readonly armSeen: readonly [boolean, boolean];
}

function measureDifferences(
  person: NearbyPerson,
  limbs: LimbCapsules,
  drawn: RgbImage,
  known: Mask,
): Differences {
  const { picture, parts, frame } = person;
  const { width, height } = picture;
  const counts = [0, 0];
  for (let pixel = 0; pixel < known.data.length; pixel++) {
    if (known.data[pixel] !== 0 && isBareArm(parts.data[pixel]!)) counts[limbs.side[pixel]!]!++;
  }
  const enough = ENOUGH_ARM * frame.shoulderWidth ** 2;
  const armSeen = [counts[0]! >= enough, counts[1]! >= enough] as const;
  const arm = new Uint8Array(known.data.length);
  const trunk = new Uint8Array(known.data.length);
  for (let pixel = 0; pixel < known.data.length; pixel++) {
    if (known.data[pixel] === 0) continue;
    const part = parts.data[pixel]!;
    if (isHand(part) && armSeen[limbs.side[pixel]!]!) continue;
    (isArm(part) ? arm : trunk)[pixel] = 255;
  }
  const spread = (data: Uint8Array) =>
    spreadDifference(picture, drawn, { width, height, data }, frame.shoulderWidth);
  return { arm: spread(arm), trunk: spread(trunk), armSeen };
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
  person: NearbyPerson,
  limbs: LimbCapsules,
  kinds: Mask,
  share: Float32Array,
  folds: Plane,
): RgbImage {
  const known = findKnownSkin(person);
  const tones = drawTones(person, limbs, kinds, share, folds, known);
  const { drawn } = tones;
  const seen = measureDifferences(person, limbs, drawn, known);
  addDifferences(tones, limbs, share, seen, person.frame.shoulderWidth);
  smoothShoulders(drawn, limbs, share, person.frame.shoulderWidth);
  return drawn;
}

/** Skin in the photo's light. */
interface Tones {
  readonly drawn: RgbImage;
  /** 1 where it is an arm's. */
  readonly onArm: Uint8Array;
  /** The tone that an arm, or the trunk, has at a pixel, into `out`: red, green, blue. */
  readonly toneAt: (pixel: number, asArm: boolean, out: Float32Array) => void;
}

function drawTones(
  person: NearbyPerson,
  limbs: LimbCapsules,
  kinds: Mask,
  share: Float32Array,
  folds: Plane,
  known: Mask,
): Tones {
  const { picture, parts } = person;
  const { width, height } = picture;
  const reference = measureSkin(person);
  const brightest = measureBrightestSkin(person, known);
  const armRamps = reference.arms.map((tone) => createSkinRamp(tone, brightest));
  const trunkRamp = createSkinRamp(reference.trunk, brightest);
  const shade = measureSkinShade(person, limbs, kinds, known);
  const drawn: RgbImage = { width, height, data: picture.data.slice() };
  const onArm = new Uint8Array(kinds.data.length);
  const toneAt = (pixel: number, asArm: boolean, out: Float32Array) => {
    const fold = known.data[pixel] !== 0 ? 1 : mix(1, folds.data[pixel]!, FOLDS);
    const offset = rampOffset(fold * (asArm ? shade.onArm(pixel) : shade.onTrunk(pixel)));
    const arm = armRamps[limbs.side[pixel]!]!;
    const red = asArm ? shade.redOnArm(pixel) : shade.redOnTrunk(pixel);
    const armShare = asArm ? armShareAt(limbs, pixel) : 0;
    for (let channel = 0; channel < 3; channel++) {
      const ofTrunk = trunkRamp.colours[offset + channel]! + red * trunkRamp.redder[channel]!;
      const ofArm = arm.colours[offset + channel]! + red * arm.redder[channel]!;
      out[channel] = mix(ofTrunk, ofArm, armShare);
    }
  };
  const tone = new Float32Array(3);
  for (let pixel = 0; pixel < kinds.data.length; pixel++) {
    const isSeen = known.data[pixel] !== 0;
    if (!isSeen && share[pixel]! <= 0) continue;
    const kind = kinds.data[pixel]!;
    const drawArm = isSeen
      ? isArm(parts.data[pixel]!)
      : kind === BEHIND.arm || (kind !== BEHIND.trunk && limbs.distance[pixel]! < BESIDE_ARM);
    if (drawArm) onArm[pixel] = 1;
    toneAt(pixel, drawArm, tone);
    // A copy of three values as one costs more than the tone itself.
    for (let channel = 0; channel < 3; channel++) {
      drawn.data[pixel * 3 + channel] = clamp(tone[channel]! + 0.5, 0, 255);
    }
  }
  return { drawn, onArm, toneAt };
}

/**
 * Adds what visible skin nearby has over the drawn tones: over an arm's tone where an arm is seen
 * nearest, over the trunk's where that is, whichever of them is drawn. Changes `drawn` in place.
 */
function addDifferences(
  { drawn, onArm, toneAt }: Tones,
  limbs: LimbCapsules,
  share: Float32Array,
  seen: Differences,
  shoulderWidth: number,
): void {
  const { width } = drawn;
  const beside = BESIDE * shoulderWidth;
  const trunkReach = TRUNK_KINSHIP * shoulderWidth;
  const byArm = new Float32Array(4);
  const byTrunk = new Float32Array(4);
  const other = new Float32Array(3);
  for (let pixel = 0; pixel < share.length; pixel++) {
    if (share[pixel]! <= 0) continue;
    const x = pixel % width;
    const y = (pixel - x) / width;
    const drawArm = onArm[pixel] !== 0;
    const armShare = drawArm ? armShareAt(limbs, pixel) : 0;
    const isKnown = drawArm && seen.armSeen[limbs.side[pixel]!]!;
    const armReach = (isKnown ? armKinship(limbs, pixel) : HAND_KINSHIP) * shoulderWidth;
    const own = smoothStep(KIN_FADES[0], KIN_FADES[1], limbs.along[pixel]!);
    const armKin = isKnown ? ARM_KIN * own : 0;
    const trunkKin = TRUNK_KIN * (1 - armShare);
    const nearArm = readFading(seen.arm, x, y, beside, armReach, armKin, byArm);
    const nearTrunk = readFading(seen.trunk, x, y, beside, trunkReach, trunkKin, byTrunk);
    const { armWeight, trunkWeight } = nearestKin(
      { weight: nearArm, distance: byArm[3]! },
      { weight: nearTrunk, distance: byTrunk[3]! },
    );
    // Away from the arms nothing is known of them.
    const near = drawArm ? 1 : 1 - smoothStep(NEAR_ARM[0], NEAR_ARM[1], limbs.distance[pixel]!);
    const otherWeight = near * smoothStep(KIN_ALONE, 1, drawArm ? trunkWeight : armWeight);
    if (otherWeight > 0) toneAt(pixel, !drawArm, other);
    for (let channel = 0; channel < 3; channel++) {
      const more = byArm[channel]! * armWeight + byTrunk[channel]! * trunkWeight;
      const at = pixel * 3 + channel;
      const base = drawn.data[at]!;
      const tone = otherWeight > 0 ? mix(base, other[channel]!, otherWeight) : base;
      drawn.data[at] = clamp(Math.round(tone + more), 0, 255);
    }
  }
}

function armShareAt(limbs: LimbCapsules, pixel: number): number {
  return smoothStep(SHOULDER_BLEND[0], SHOULDER_BLEND[1], limbs.along[pixel]!);
}

/** How far skin tells of the arm at a pixel, in shoulder widths: inside the old sleeve, or beside cloth. */
function armKinship(limbs: LimbCapsules, pixel: number): number {
  const outline = limbs.outlines[limbs.side[pixel]! as 0 | 1];
  let sleeved = 0;
  for (const back of SLEEVE_ENDS) {
    if (isSleeved(outline, limbs.along[pixel]! - back)) sleeved++;
  }
  return mix(SHADED_KINSHIP, ARM_KINSHIP, sleeved / SLEEVE_ENDS.length);
}
