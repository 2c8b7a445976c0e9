import { erode } from '@proteus/raster/erode.ts';
import { gaussianBlur } from '@proteus/raster/gaussian-blur.ts';
import type { Mask, Plane, RgbImage } from '@proteus/raster/types.ts';
import type { PersonAnalysis } from '../../person-analysis.ts';
import { acrossFrame } from '../../stages/warp/frame-coordinates.ts';
import { clamp, mix, smoothStep } from '../../stages/warp/scalar.ts';
import { BEHIND } from './behind-cloth.ts';
import type { LimbCapsules } from './limb-capsules.ts';
import { isSkin, maskToPlane, partMask } from './part-mask.ts';
import { fillFromRegion, readFill } from './region-fill.ts';
import { createSkinRamp, rampOffset } from './skin-ramp.ts';
import { measureSkin } from './skin-reference.ts';

/** How much a limb darkens from its middle to its edge. */
const ROUNDNESS = 0.18;
const TRUNK_ROUNDNESS = 0.12;
/** In shoulder widths. */
const TRUNK_HALF_WIDTH = 0.48;
/** How far visible skin lends its own colour to what is drawn beside it, in shoulder widths. */
const KINSHIP = 0.1;
const CLOSEST_KIN = 0.9;
const DISTANT_KIN_ARM = 0.15;
const DISTANT_KIN_TRUNK = 0.25;
/** A soft boundary pixel this many radii from the bone takes its colour from the arm. */
const BESIDE_ARM = 1.3;
/** Along the arm, the trunk's tone passes into the arm's. */
const SHOULDER_BLEND = [0.05, 0.4] as const;

/** Brightness of the trunk's curve: its sides turn away from the light. */
function trunkRoundness(person: PersonAnalysis, x: number, y: number): number {
  const aside = acrossFrame(person.frame, x, y) / TRUNK_HALF_WIDTH;
  return 1.02 - TRUNK_ROUNDNESS * Math.min(1.2, aside * aside);
}

/**
 * Draws bare skin where cloth was taken away: the tone of the same limb, near visible skin that
 * skin's own colour, rounded across the limb, under what the old cloth's folds had of light.
 *
 * @param kinds `BEHIND` by pixel.
 * @param share how much of each pixel is skin; drawn wherever it is above 0.
 * @param shade brightness of the old cloth's shading, around 1.
 */
export function drawSkin(
  person: PersonAnalysis,
  limbs: LimbCapsules,
  kinds: Mask,
  share: Float32Array,
  shade: Plane,
): RgbImage {
  const { picture, parts } = person;
  const { width, height } = picture;
  const known = erode(partMask(parts, isSkin), 3);
  const nearby = fillFromRegion(picture, known);
  const presence = gaussianBlur(maskToPlane(known), person.frame.shoulderWidth * KINSHIP).data;
  const reference = measureSkin(person);
  const armRamps = reference.arms.map(createSkinRamp);
  const trunkRamp = createSkinRamp(reference.trunk).colours;
  const drawn = picture.data.slice();
  const lent = new Float32Array(3);
  for (let pixel = 0; pixel < kinds.data.length; pixel++) {
    if (share[pixel]! <= 0) continue;
    const kind = kinds.data[pixel]!;
    const isArm =
      kind === BEHIND.arm || (kind !== BEHIND.trunk && limbs.distance[pixel]! < BESIDE_ARM);
    const across = isArm ? Math.min(1.1, limbs.distance[pixel]!) : 0;
    const light = mix(1, shade.data[pixel]!, 0.3);
    const rounded = ROUNDNESS * smoothStep(0, 0.25, limbs.along[pixel]!);
    const round = 1 + rounded * (0.1 - across * across * across);
    const armShare = isArm
      ? smoothStep(SHOULDER_BLEND[0], SHOULDER_BLEND[1], limbs.along[pixel]!)
      : 0;
    const trunkCurve = trunkRoundness(person, pixel % width, Math.floor(pixel / width));
    const curve = mix(trunkCurve, round, armShare);
    const offset = rampOffset(light * curve);
    const armRamp = armRamps[limbs.side[pixel]!]!.colours;
    const kin =
      nearby === null
        ? 0
        : mix(
            isArm ? DISTANT_KIN_ARM : DISTANT_KIN_TRUNK,
            CLOSEST_KIN,
            clamp(presence[pixel]! * 2.5, 0, 1),
          );
    if (nearby !== null) readFill(nearby, pixel % width, Math.floor(pixel / width), lent);
    const at = pixel * 3;
    for (let channel = 0; channel < 3; channel++) {
      const own = mix(trunkRamp[offset + channel]!, armRamp[offset + channel]!, armShare);
      const kindred = lent[channel]! * curve;
      drawn[at + channel] = clamp(Math.round(mix(own, kindred, kin)), 0, 255);
    }
  }
  return { width, height, data: drawn };
}
