import { PART } from '@proteus/contracts/person-parts.ts';
import { solveLinear } from '@proteus/raster/solve-linear.ts';
import type { Mask } from '@proteus/raster/types.ts';
import { clamp, mix, smoothStep } from '../../../stages/warp/scalar.ts';
import type { Capsules } from '../body/capsules.ts';
import type { NearbyPerson } from '../crop-person.ts';
import { isBareArm } from './skin-known.ts';

/**
 * How brightness changes over a round limb, against its middle line:
 * `1 + x·facingX + y·facingY + outer·turned²` on the side that faces away from the body's middle,
 * and with `inner` on the one that faces it, where `turned` is the distance from the middle line.
 */
export interface SkinLight {
  /** Gain towards the picture's right. */
  readonly x: number;
  /** Gain towards the picture's bottom. */
  readonly y: number;
  /** Change at the rim that faces away from the body's middle; negative. */
  readonly outer: number;
  /** Change at the rim that faces the body's middle, which shades it; negative. */
  readonly inner: number;
}

/**
 * Usual light, as the median of 31 people's bare arms has it: from above, a rim that turns away, and
 * an inner side in the body's shade.
 */
const USUAL_Y = -0.04;
const USUAL_OUTER = -0.17;
const USUAL_INNER = -0.36;
/** Dark skin, which shines more than it scatters, shows light and shade deeper: by this factor, between these L*. */
const DARK_DEPTH = 1.6;
const DARK_TONE = [45, 68] as const;
/** Visible pixels at which measurements count as much as what is usual. */
const DOUBT = 400;
const STEEPEST = 0.16;
/** Ranges of the rims' changes that light and body account for; beyond is shadow or a wrong outline. */
const OUTER = [-0.36, -0.06] as const;
const INNER = [-0.5, -0.1] as const;
/** The best lit line is never darker than this share of the mean: the fit would be nonsense. */
const LEAST_LEVEL = 0.8;
/** Pixels further out mix with what is behind. */
const OUTERMOST = 0.88;
const TERMS = 5;

/** How much deeper light and shade are on skin of a tone than on fair skin. */
export function lightDepth(tone: readonly [number, number, number]): number {
  return mix(DARK_DEPTH, 1, smoothStep(DARK_TONE[0], DARK_TONE[1], tone[0]));
}

/** Which side of the face is lit, as a gain per face radius; eyes, lips and beard are left out. */
export function measureFaceLight(person: NearbyPerson): number {
  const { parts, lab, chin, faceRadius, faceUp } = person;
  const { width, data } = parts;
  const middleX = chin.x + faceUp.x * faceRadius;
  const darkest = person.skinTone[0] * 0.85;
  let total = 0;
  let sumX = 0;
  let sumL = 0;
  let sumXX = 0;
  let sumXL = 0;
  for (let pixel = 0; pixel < data.length; pixel += 3) {
    if (data[pixel] !== PART.face) continue;
    const lightness = lab.data[pixel * 3]!;
    if (lightness < darkest) continue;
    const x = ((pixel % width) - middleX) / faceRadius;
    total++;
    sumX += x;
    sumL += lightness;
    sumXX += x * x;
    sumXL += x * lightness;
  }
  const spread = total * sumXX - sumX * sumX;
  if (total < 100 || spread <= 0) return 0;
  const slope = (total * sumXL - sumX * sumL) / spread;
  return clamp(slope / person.skinTone[0], -STEEPEST, STEEPEST);
}

/** A face lit by this gain from one side has a body half in full side light. */
const HALF_LIT = 0.028;

/**
 * Which side the light comes from: -1 = the picture's left, 1 = its right. Faces are lit up and made up,
 * so that a slight gain there goes with a neck whose far side lies in shade.
 *
 * @param gain as of `measureFaceLight`.
 */
export function litSideOf(gain: number): number {
  return gain / Math.hypot(gain, HALF_LIT);
}

/**
 * Measures how light falls on round limbs: from the arms' visible skin, and as far as too little
 * of that is seen from the face.
 *
 * @param known non-zero where skin is seen undisturbed.
 * @param isLimb tells the limbs' parts.
 */
export function measureSkinLight(
  person: NearbyPerson,
  limbs: Capsules,
  known: Mask,
  isLimb: (part: number) => boolean = isBareArm,
): SkinLight {
  const depth = lightDepth(person.skinTone);
  const usual = [
    1,
    measureFaceLight(person) * 0.7 * depth,
    USUAL_Y,
    USUAL_OUTER * depth,
    USUAL_INNER * depth,
  ] as const;
  const { data: lab } = person.lab;
  const sums = [0, 0];
  const counts = [0, 0];
  const isUsed = (pixel: number): boolean =>
    known.data[pixel] !== 0 &&
    limbs.distance[pixel]! < OUTERMOST &&
    limbs.along[pixel]! < 0.97 &&
    isLimb(person.parts.data[pixel]!);
  for (let pixel = 0; pixel < known.data.length; pixel += 2) {
    if (!isUsed(pixel)) continue;
    sums[limbs.side[pixel]!]! += lab[pixel * 3]!;
    counts[limbs.side[pixel]!]!++;
  }
  const matrix = new Float64Array(TERMS * TERMS);
  const right = new Float64Array(TERMS);
  const row = new Float64Array(TERMS);
  for (let term = 0; term < TERMS; term++) {
    matrix[term * TERMS + term] = DOUBT * 0.2;
    right[term] = DOUBT * 0.2 * usual[term]!;
  }
  for (let pixel = 0; pixel < known.data.length; pixel += 2) {
    if (!isUsed(pixel)) continue;
    const side = limbs.side[pixel]!;
    const brightness = (lab[pixel * 3]! * counts[side]!) / sums[side]!;
    row[0] = 1;
    row[1] = limbs.facingX[pixel]!;
    row[2] = limbs.facingY[pixel]!;
    const inward = limbs.inward[pixel]!;
    row[3] = inward < 0 ? inward * inward : 0;
    row[4] = inward > 0 ? inward * inward : 0;
    for (let i = 0; i < TERMS; i++) {
      right[i]! += row[i]! * brightness;
      for (let k = 0; k < TERMS; k++) matrix[i * TERMS + k]! += row[i]! * row[k]!;
    }
  }
  solveLinear(matrix, right, TERMS, 1);
  const level = Math.max(LEAST_LEVEL, right[0]!);
  return {
    x: clamp(right[1]! / level, -STEEPEST * depth, STEEPEST * depth),
    y: clamp(right[2]! / level, -0.08, 0.03),
    outer: clamp(right[3]! / level, OUTER[0] * depth, OUTER[1]),
    inner: clamp(right[4]! / level, INNER[0] * depth, INNER[1]),
  };
}

/**
 * Brightness, around 1, of a round limb; beyond the rim it stays as at the rim.
 *
 * @param inward signed distance from the middle line in radii, positive towards the body's middle.
 * @param apart how far the limb stands clear of the body, which then shades it: 0 to 1.
 */
export function brightnessOf(
  light: SkinLight,
  facingX: number,
  facingY: number,
  inward: number,
  apart = 1,
): number {
  const turned = Math.min(1, inward * inward);
  const rim = inward < 0 ? light.outer : light.inner * apart;
  return 1 + light.x * facingX + light.y * facingY + rim * turned;
}
