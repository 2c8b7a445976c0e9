import { PART } from '@proteus/contracts/person-parts.ts';
import { solveLinear } from '@proteus/raster/solve-linear.ts';
import type { Mask } from '@proteus/raster/types.ts';
import type { PersonAnalysis } from '../../person-analysis.ts';
import { clamp } from '../../stages/warp/scalar.ts';
import type { Capsules } from './capsules.ts';
import { isBareArm } from './skin-known.ts';

/** How brightness changes over a round limb: `1 + x·facingX + y·facingY + rim·distance³`. */
export interface SkinLight {
  /** Gain towards the picture's right. */
  readonly x: number;
  /** Gain towards the picture's bottom. */
  readonly y: number;
  /** Change at the limb's rim, negative. */
  readonly rim: number;
}

/** Usual light: from above, a rim that turns away. */
const USUAL_Y = -0.03;
const USUAL_RIM = -0.2;
/** Visible pixels at which measurements count as much as what is usual. */
const DOUBT = 400;
const STEEPEST = 0.13;
/** Pixels further out mix with what is behind. */
const OUTERMOST = 0.88;
const TERMS = 4;

/** Which side of the face is lit, as a gain per face radius; eyes, lips and beard are left out. */
export function measureFaceLight(person: PersonAnalysis): number {
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

/**
 * Measures how light falls on round limbs: from the arms' visible skin, and as far as too little
 * of that is seen from the face.
 *
 * @param known non-zero where skin is seen undisturbed.
 * @param isLimb tells the limbs' parts.
 */
export function measureSkinLight(
  person: PersonAnalysis,
  limbs: Capsules,
  known: Mask,
  isLimb: (part: number) => boolean = isBareArm,
): SkinLight {
  const usual = [1, measureFaceLight(person) * 0.7, USUAL_Y, USUAL_RIM] as const;
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
    row[3] = limbs.distance[pixel]! ** 3;
    for (let i = 0; i < TERMS; i++) {
      right[i]! += row[i]! * brightness;
      for (let k = 0; k < TERMS; k++) matrix[i * TERMS + k]! += row[i]! * row[k]!;
    }
  }
  solveLinear(matrix, right, TERMS, 1);
  return {
    x: clamp(right[1]!, -STEEPEST, STEEPEST),
    y: clamp(right[2]!, -0.08, 0.03),
    rim: clamp(right[3]!, -0.28, -0.16),
  };
}

/** Brightness, around 1, of a round surface that faces a way; beyond the rim it stays as at the rim. */
export function brightnessOf(light: SkinLight, facingX: number, facingY: number): number {
  const squared = Math.min(1, facingX * facingX + facingY * facingY);
  // A third of the rim's loss is given back to the middle, so that the whole keeps its tone.
  return (
    1 + light.x * facingX + light.y * facingY + light.rim * (squared * Math.sqrt(squared) - 0.3)
  );
}
