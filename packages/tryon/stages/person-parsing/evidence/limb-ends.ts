import { LANDMARK } from '@proteus/contracts/pose-landmarks.ts';
import type { Size } from '@proteus/raster/types.ts';
import type { Pose } from '../../../pose.ts';
import type { Evidence } from './evidence.ts';
import { SKIN_DENSITY } from './skin-tone.ts';

/** Samples along each bone, and across it in body units on either side. */
const SAMPLES = 24;
const ACROSS = [-0.05, -0.025, 0, 0.025, 0.05] as const;
/** Bounds of one sample's say, so that a bracelet or a logo does not decide. */
const MOST = 2;
/** Cost of sleeves of different length, in samples' say per bone length. */
const ASYMMETRY = 40;

/** What cloth shows, in mass per colour cell, when nothing is known of its colour. */
const ANY_CLOTH = 1e-3;
const HARDLY_SKIN = 3e-4;
/** Share of the picture's own colours in what is known of its skin. */
const LEARNT = 0.4;

/** Joints from the trunk outwards. */
export type LimbJoints =
  | readonly ['shoulder', 'elbow', 'wrist']
  | readonly ['hip', 'knee', 'ankle'];

/** Where cloth ends along the limbs: 0 = first joint, 1 = elbow or knee, 2 = wrist or ankle. */
export type LimbEnds = readonly [left: number, right: number];

/** What a limb's colours are compared with. */
export interface LimbColours {
  /** Colour model of the garment. */
  readonly cloth: Float32Array;
  /** Colour model of the skin that is surely seen. */
  readonly bare: Float32Array;
  /** Likelihood of skin at each pixel. */
  readonly skin: Float32Array;
}

/** Log odds of skin against a garment, by colour alone. */
function skinOdds({ cloth, bare: seen, skin }: LimbColours, { pixels, bins }: Evidence) {
  const odds = new Float32Array(skin.length);
  for (let k = 0; k < pixels.length; k++) {
    const i = pixels[k]!;
    const bin = bins.data[i]!;
    const bare = Math.max(SKIN_DENSITY * skin[i]!, LEARNT * seen[bin]!) + HARDLY_SKIN;
    odds[i] = Math.log(bare / (cloth[bin]! + ANY_CLOTH));
  }
  return odds;
}

/**
 * Evidence for bare skin at samples along a limb: the total of all samples before each end being
 * cloth and all after it being skin.
 */
function endScores(
  pose: Pose,
  limb: LimbJoints,
  side: 'left' | 'right',
  odds: Float32Array,
  size: Size,
  scale: number,
  unit: number,
): Float64Array {
  const joints = limb.map((joint) => pose.landmarks[LANDMARK[`${side}-${joint}`]]!);
  const profile = new Float64Array(2 * SAMPLES);
  for (let sample = 0; sample < profile.length; sample++) {
    const bone = sample < SAMPLES ? 0 : 1;
    const a = joints[bone]!;
    const b = joints[bone + 1]!;
    const length = Math.hypot(b.x - a.x, b.y - a.y) || 1;
    const along = ((sample % SAMPLES) + 0.5) / SAMPLES;
    let sum = 0;
    for (const offset of ACROSS) {
      const x = a.x + (b.x - a.x) * along - ((b.y - a.y) / length) * offset * unit;
      const y = a.y + (b.y - a.y) * along + ((b.x - a.x) / length) * offset * unit;
      const column = Math.floor((x + 0.5) * scale);
      const row = Math.floor((y + 0.5) * scale);
      if (column < 0 || row < 0 || column >= size.width || row >= size.height) continue;
      sum += Math.min(MOST, Math.max(-MOST, odds[row * size.width + column]!));
    }
    // A limb that is hidden shows something else's colours.
    profile[sample] = (sum / ACROSS.length) * Math.min(a.visibility, b.visibility);
  }
  const scores = new Float64Array(profile.length + 1);
  let total = 0;
  for (const value of profile) total += value;
  for (let end = 0, before = 0; end < scores.length; end++) {
    scores[end] = total - 2 * before;
    before += profile[end] ?? 0;
  }
  return scores;
}

/**
 * Finds where both sleeves, or both legs of trousers, end, which are alike on nearly every garment:
 * the change from cloth to skin along each limb.
 *
 * @param scale parse pixels per picture pixel.
 * @param unit body unit in picture pixels.
 */
export function limbEnds(
  pose: Pose,
  limb: LimbJoints,
  colours: LimbColours,
  evidence: Evidence,
  scale: number,
  unit: number,
): LimbEnds {
  const odds = skinOdds(colours, evidence);
  const left = endScores(pose, limb, 'left', odds, evidence, scale, unit);
  const right = endScores(pose, limb, 'right', odds, evidence, scale, unit);
  let best = Number.NEGATIVE_INFINITY;
  let ends: LimbEnds = [0, 0];
  for (let i = 0; i < left.length; i++) {
    for (let j = 0; j < right.length; j++) {
      const score = left[i]! + right[j]! - (ASYMMETRY * Math.abs(i - j)) / SAMPLES;
      if (score > best) {
        best = score;
        ends = [i / SAMPLES, j / SAMPLES];
      }
    }
  }
  return ends;
}
