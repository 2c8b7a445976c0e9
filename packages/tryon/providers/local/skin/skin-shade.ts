import { blurMask } from '@proteus/raster/blur-mask.ts';
import type { Mask } from '@proteus/raster/types.ts';
import { PICTURE_SIDES } from '../../../stages/warp/body/body-side.ts';
import { acrossFrame, belowShoulders } from '../../../stages/warp/body/frame-coordinates.ts';
import { clamp, mix, smoothStep } from '../../../stages/warp/scalar.ts';
import type { LimbCapsules } from '../body/limb-capsules.ts';
import { measureTrunkShape } from '../body/trunk-shape.ts';
import type { NearbyPerson } from '../crop-person.ts';
import { partMask } from '../part-mask.ts';
import { BEHIND } from '../plate/behind-cloth.ts';
import { armBrightness, armRedness } from './arm-relief.ts';
import { createNeckShade } from './neck-shade.ts';
import {
  brightnessOf,
  lightDepth,
  litSideOf,
  measureFaceLight,
  measureSkinLight,
} from './skin-light.ts';
import { createMottle } from './skin-mottle.ts';
import { createTrunkRelief } from './skin-relief.ts';

/** How bare skin looks by pixel, against its tone. */
export interface SkinShade {
  /** Brightness, around 1, from its roundness, light and neighbours. */
  readonly onArm: (pixel: number) => number;
  readonly onTrunk: (pixel: number) => number;
  /** Steps of a*, from blood under the skin. */
  readonly redOnArm: (pixel: number) => number;
  readonly redOnTrunk: (pixel: number) => number;
}

/** A trunk is flatter than a limb in front and turns away sooner at its flanks: from here, so dark. */
const FLANK_FROM = 0.6;
const FLANK = 0.12;
/**
 * A chest gains this much towards the light's side, per shoulder width from its middle, and loses that
 * much by its square to both sides, up to here: medians of 13 bare chests.
 */
const CHEST_LIT = 0.02;
const CHEST_SIDE = 0.12;
const CHEST_TURNED = 0.45;
const CHEST_HALF = 0.45;
/** Half widths of the trunk are told for so many steps of a torso length. */
const STEPS_PER_LENGTH = 40;
/** Darkness of an arm beside the trunk, and its softness in shoulder widths. */
const OCCLUSION = 0.2;
const OCCLUSION_WIDTH = 0.06;
/** Darkness of the trunk beside an arm, and how far out it goes in arm radii. */
const CREASE = 0.14;
const CREASE_END = 1.45;
/** A trunk, which less light and weather reach, is less patchy than arms are. */
const TRUNK_PATCHES = 0.6;
/** From here to there along the arm, it stands clear of the shoulder and is round on its own. */
const CLEAR = [0.04, 0.24] as const;

/** Measures the photo's light on skin. @param known non-zero where skin is seen undisturbed. */
export function measureSkinShade(
  person: NearbyPerson,
  limbs: LimbCapsules,
  kinds: Mask,
  known: Mask,
): SkinShade {
  const { frame } = person;
  const { width, height } = kinds;
  const light = measureSkinLight(person, limbs, known);
  const depth = lightDepth(person.skinTone);
  const mottle = createMottle(width, height, frame.shoulderWidth);
  const uneven = mottle.brightness.data;
  const patchy = mottle.redness.data;
  const trunk = partMask(kinds, (kind) => kind === BEHIND.trunk || kind === BEHIND.lower);
  const besideTrunk = blurMask(trunk, OCCLUSION_WIDTH * frame.shoulderWidth).data;

  const shape = measureTrunkShape(person);
  const halfWidths = PICTURE_SIDES.map((side) =>
    Float32Array.from({ length: 2 * STEPS_PER_LENGTH + 1 }, (_, step) =>
      shape.halfWidth(side, step / STEPS_PER_LENGTH),
    ),
  );
  function halfWidthAt(side: number, down: number): number {
    const place = clamp(down * STEPS_PER_LENGTH, 0, 2 * STEPS_PER_LENGTH - 1);
    const step = Math.floor(place);
    const widths = halfWidths[side]!;
    return mix(widths[step]!, widths[step + 1]!, place - step);
  }

  function onArm(pixel: number): number {
    const clear = smoothStep(CLEAR[0], CLEAR[1], limbs.along[pixel]!);
    const facingX = limbs.facingX[pixel]!;
    const facingY = limbs.facingY[pixel]!;
    // The shoulder's cap is a ball: what faces the neck there is no rim.
    const lateral = facingX * frame.right.x + facingY * frame.right.y;
    const inward = mix(limbs.side[pixel] === 0 ? lateral : -lateral, limbs.inward[pixel]!, clear);
    const round = brightnessOf(light, facingX, facingY, inward, clear);
    const occluded = 1 - OCCLUSION * besideTrunk[pixel]! * clear;
    const relief = 1 + depth * (reliefAt(pixel, armBrightness) - 1);
    return relief * round * occluded * uneven[pixel]!;
  }

  function reliefAt(pixel: number, read: typeof armBrightness): number {
    const elbow = limbs.elbows[limbs.side[pixel]! as 0 | 1];
    return read(limbs.along[pixel]!, elbow, limbs.inward[pixel]!);
  }

  const redOnArm = (pixel: number) => reliefAt(pixel, armRedness) + patchy[pixel]!;
  const redOnTrunk = (pixel: number) => TRUNK_PATCHES * patchy[pixel]!;

  const litSide = litSideOf(measureFaceLight(person));
  const neckShade = createNeckShade(person, litSide, depth);
  const trunkRelief = createTrunkRelief(frame.torsoLength / frame.shoulderWidth);

  function onTrunk(pixel: number): number {
    const x = pixel % width;
    const y = (pixel - x) / width;
    const down = belowShoulders(frame, x, y) / frame.torsoLength;
    const across = acrossFrame(frame, x, y);
    const relief = 1 + depth * (trunkRelief(across, down) - 1);
    const half = halfWidthAt(across < 0 ? 0 : 1, down);
    const facing = clamp((across * frame.shoulderWidth) / half, -1, 1);
    const rounded = smoothStep(0.05, 0.45, down);
    const chest = clamp(across, -CHEST_HALF, CHEST_HALF);
    const round = mix(
      1 + CHEST_LIT + depth * (CHEST_SIDE * litSide * chest - CHEST_TURNED * chest * chest),
      brightnessOf(light, facing * frame.right.x, facing * frame.right.y, -Math.abs(facing)) *
        (1 - FLANK * smoothStep(FLANK_FROM, 1, Math.abs(facing))),
      rounded,
    );
    const near = 1 - smoothStep(1, CREASE_END, limbs.distance[pixel]!);
    const clear = smoothStep(CLEAR[0], CLEAR[1], limbs.along[pixel]!);
    return round * relief * neckShade(x, y) * (1 - CREASE * near * clear) * uneven[pixel]!;
  }

  return { onArm, onTrunk, redOnArm, redOnTrunk };
}
