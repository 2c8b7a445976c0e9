import { PART } from '@proteus/contracts/person-parts.ts';
import { dilate } from '@proteus/raster/dilate.ts';
import { erode } from '@proteus/raster/erode.ts';
import { gaussianBlur } from '@proteus/raster/gaussian-blur.ts';
import type { Mask, Plane, RgbImage } from '@proteus/raster/types.ts';
import type { PersonAnalysis } from '../../person-analysis.ts';
import { clamp, mix, smoothStep } from '../../stages/warp/scalar.ts';
import type { ClothLevels } from './behind-cloth.ts';
import { BEHIND, classifyBehindCloth } from './behind-cloth.ts';
import type { LimbCapsules } from './limb-capsules.ts';
import { fillFromRegion } from './region-fill.ts';
import { createSkinRamp, rampOffset } from './skin-ramp.ts';
import { measureSkin } from './skin-reference.ts';

/** The person with the old top taken away. */
export interface CleanPlate {
  /** Defined where `removed` is above 0. */
  readonly colour: RgbImage;
  /** How far the old cloth is taken away, 0 to 1, soft at its edge. */
  readonly removed: Plane;
  /** `BEHIND` by pixel. */
  readonly kinds: Mask;
}

const SKIN_PARTS = new Uint8Array(256);
for (const part of [
  PART.face,
  PART.neck,
  PART['torso-skin'],
  PART['left-upper-arm'],
  PART['right-upper-arm'],
  PART['left-forearm'],
  PART['right-forearm'],
  PART['left-hand'],
  PART['right-hand'],
]) {
  SKIN_PARTS[part] = 1;
}

export function isSkin(part: number): boolean {
  return SKIN_PARTS[part] === 1;
}

function maskOf(person: PersonAnalysis, wanted: (part: number) => boolean): Mask {
  const { width, height, data } = person.parts;
  const lookup = new Uint8Array(256);
  for (let part = 0; part < 256; part++) lookup[part] = wanted(part) ? 255 : 0;
  const mask = new Uint8Array(width * height);
  for (let i = 0; i < mask.length; i++) mask[i] = lookup[data[i]!]!;
  return { width, height, data: mask };
}

/** The old cloth and a rim around it, where its edge has mixed into skin and background. */
function measureRemoved(person: PersonAnalysis): Plane {
  const { width, height } = person.picture;
  const rim = clamp(person.frame.shoulderWidth * 0.02, 2, 6);
  const cloth = maskOf(person, (part) => part === PART['upper-clothes']);
  const grown = dilate(cloth, rim);
  const hard = new Float32Array(width * height);
  for (let i = 0; i < hard.length; i++) {
    const part = person.parts.data[i]!;
    const clothHere = cloth.data[i] !== 0;
    const rimHere = grown.data[i] !== 0 && (part === PART.background || isSkin(part));
    if (clothHere || rimHere) hard[i] = 1;
  }
  const soft = gaussianBlur({ width, height, data: hard }, 1);
  for (let i = 0; i < hard.length; i++) {
    const keep = Math.max(person.regions.hair.data[i]!, person.parts.data[i] === PART.face ? 1 : 0);
    soft.data[i] = smoothStep(0.1, 0.8, soft.data[i]!) * (1 - keep);
  }
  return soft;
}

/** Brightness of bare skin on a rounded limb, darker towards its sides, under the cloth's shade. */
function skinBrightness(roundness: number, shade: number): number {
  return (1.02 - 0.14 * roundness * roundness * roundness) * mix(1, shade, 0.25);
}

/**
 * Takes the old top off: what lies behind becomes background, bare skin in the tone of the same
 * limb, or lower clothes.
 *
 * @param shade brightness of the old cloth's own shading, around 1; carried over to the skin.
 */
export function makeCleanPlate(
  person: PersonAnalysis,
  limbs: LimbCapsules,
  trunk: Mask,
  levels: ClothLevels,
  shade: Plane,
): CleanPlate {
  const { picture } = person;
  const { width, height } = picture;
  const removed = measureRemoved(person);
  const kinds = classifyBehindCloth(person, removed, limbs, trunk, levels);
  const personGrown = dilate(
    maskOf(person, (part) => part !== PART.background),
    4,
  );
  const backgroundKnown: Mask = {
    width,
    height,
    data: personGrown.data.map((v, i) =>
      v === 0 && person.pose.personMask.data[i]! < 0.5 ? 255 : 0,
    ),
  };
  const lowerKnown = erode(
    maskOf(person, (part) => part === PART['lower-clothes']),
    4,
  );
  const skinKnown = erode(maskOf(person, isSkin), 3);
  const background = fillFromRegion(picture, backgroundKnown) ?? picture;
  const lower = fillFromRegion(picture, lowerKnown);
  const skinNearby = fillFromRegion(picture, skinKnown);
  const skinPresence = gaussianBlur(
    { width, height, data: Float32Array.from(skinKnown.data, (v) => v / 255) },
    person.frame.shoulderWidth * 0.07,
  );
  const reference = measureSkin(person);
  const armRamps = reference.arms.map(createSkinRamp);
  const trunkRamp = createSkinRamp(reference.trunk);

  const colour = picture.data.slice();
  for (let pixel = 0; pixel < kinds.data.length; pixel++) {
    const kind = kinds.data[pixel]!;
    if (kind === BEHIND.untouched) {
      removed.data[pixel] = 0;
      continue;
    }
    const at = pixel * 3;
    let source: RgbImage | null = background;
    if (kind === BEHIND.lower && lower !== null) source = lower;
    if (kind === BEHIND.arm || kind === BEHIND.trunk || (kind === BEHIND.lower && lower === null)) {
      const isArm = kind === BEHIND.arm;
      const ramp = isArm ? armRamps[limbs.side[pixel]!]! : trunkRamp;
      const skin = rampOffset(
        skinBrightness(isArm ? limbs.distance[pixel]! : 0, shade.data[pixel]!),
      );
      const nearby = skinNearby === null ? 0 : clamp(skinPresence.data[pixel]! * 2.2, 0, 1) * 0.75;
      for (let channel = 0; channel < 3; channel++) {
        colour[at + channel] = Math.round(
          mix(ramp.colours[skin + channel]!, skinNearby?.data[at + channel] ?? 0, nearby),
        );
      }
      source = null;
    }
    if (source !== null) {
      colour[at] = source.data[at]!;
      colour[at + 1] = source.data[at + 1]!;
      colour[at + 2] = source.data[at + 2]!;
    }
  }
  return { colour: { width, height, data: colour }, removed, kinds };
}
