import { LANDMARK } from '@proteus/contracts/pose-landmarks.ts';
import { REGIONS } from '../../../person-analysis.ts';
import type { Pose } from '../../../pose.ts';
import type { BodyCoordinates } from '../evidence/body-coordinates.ts';
import type { Evidence } from '../evidence/evidence.ts';
import type { HemPosition } from '../evidence/hem-position.ts';
import type { LimbEnds } from '../evidence/limb-ends.ts';

/** Index of each region in cost volumes and label maps. */
export const BACKGROUND = REGIONS.indexOf('background');
export const SKIN = REGIONS.indexOf('skin');
export const HAIR = REGIONS.indexOf('hair');
export const UPPER = REGIONS.indexOf('upper');
export const LOWER = REGIONS.indexOf('lower');
export const SHOES = REGIONS.indexOf('shoes');

/** Cost of every region of the person where there is surely none. */
const IMPOSSIBLE = 60;
/** The least prior: nothing is impossible, colours may overrule. */
const FLOOR = 0.002;

const clamp = (value: number, low: number, high: number) =>
  value < low ? low : value > high ? high : value;

/** How far the seen joints of an arm are to be believed, 0.25 to 1. */
function armTrust(pose: Pose, side: 'left' | 'right'): number {
  const wrist = pose.landmarks[LANDMARK[`${side}-wrist`]]!.visibility;
  return 0.25 + 0.75 * wrist;
}

/** Where the garments end, as far as it shows before the parse. */
export interface GarmentEnds {
  readonly hem: HemPosition;
  /** Where the fronts of an open jacket end, in torso lengths; `hem.down` without one. */
  readonly frontEnd: number;
  readonly sleeves: LimbEnds;
  readonly legs: LimbEnds;
}

/** How far to the side the fronts of an open jacket swing, and the gap they leave, in body units. */
const FRONT_REACH = 0.8;
const FRONT_GAP = 0.08;
/** Share of skin where a midriff is bare. */
const MIDRIFF = 0.6;
/** Share of background where the picture shows the backdrop going on under the person mask. */
const OVERREACHED = 0.4;
/** How strongly the end of a sleeve divides cloth from skin, and over which length of bone. */
const SLEEVE_ODDS = 5;
const SHOE_ODDS = 4;
const SLEEVE_SPREAD = 0.12;
/** Way along the leg to where most shoes begin, and over which they take over. */
const SHOE_TOP = 1.98;
const SHOE_SPREAD = 0.05;
/** Shoes reach this far from the foot's bones, in body units; boots stand round the shin. */
const FOOT_REACH = 0.22;

/**
 * What the pose alone says of each pixel's region.
 *
 * @param overreach as `backdropReach` tells.
 * @returns negative log priors, one plane after another in the order of `REGIONS`.
 */
export function regionPriors(
  body: BodyCoordinates,
  pose: Pose,
  { person, pixels }: Evidence,
  { hem, frontEnd, sleeves, legs }: GarmentEnds,
  overreach: Uint8Array,
): Float32Array {
  const count = person.length;
  const costs = new Float32Array(count * REGIONS.length).fill(IMPOSSIBLE);
  costs.fill(0, BACKGROUND * count, (BACKGROUND + 1) * count);
  const trust = [armTrust(pose, 'left'), armTrust(pose, 'right')] as const;
  // An unclear hem is a guess of ours, which the edges of the picture may move more.
  const hemSpread = 0.05 + 0.06 * (1 - hem.clarity);
  for (let n = 0; n < pixels.length; n++) {
    const i = pixels[n]!;
    const t = body.down[i]!;
    const s = Math.abs(body.across[i]!);
    const up = body.faceUp[i]!;
    const side = Math.abs(body.faceAcross[i]!);
    const face = Math.sqrt(up * up + side * side * 1.15 ** 2);
    const p = person[i]!;
    const inside = clamp(p, 0.01, 1);
    // Collars stand higher than shoulders.
    const onFront = t > hem.down && t < frontEnd && s > FRONT_GAP;
    const inTorso = t > -0.24 + 0.3 * Math.max(0, s - 0.15) && s < (onFront ? FRONT_REACH : 0.62);
    const onMidriff = t > hem.bareFrom && t < hem.down;
    const outside = s > 0.3;

    let skin = t > hem.down + 0.2 ? 0.08 : 0.02;
    let leg = 0;
    let bareLeg = 0;
    let shoes = 0;
    let notShoes = 1;
    const along = body.legAlong[i]!;
    if (along > 0) {
      const nearer = body.legs[0][i]! < body.legs[1][i]! ? 0 : 1;
      const beyond = (along - legs[nearer]!) / SLEEVE_SPREAD;
      bareLeg = 1 / (1 + Math.exp(-clamp(beyond, -SLEEVE_ODDS, SLEEVE_ODDS)));
      leg = clamp((0.3 - body.legs[nearer]![i]!) / 0.1, 0, 1);
      skin = Math.max(skin, bareLeg * (0.3 + 0.7 * leg), along > 1.6 ? 0.15 : 0);
      const below = clamp((along - SHOE_TOP) / SHOE_SPREAD, -SHOE_ODDS, SHOE_ODDS);
      const onFoot = 1 / (1 + Math.exp(-below));
      const foot = Math.min(body.feet[0][i]!, body.feet[1][i]!);
      const near = clamp((FOOT_REACH - foot) / 0.08, 0, 1);
      // What is worn below a bare shin is a boot or a sock.
      const boot = along > 1.1 && along < 2 ? 0.25 * bareLeg * leg : 0;
      shoes = Math.max(0.8 * near * onFoot, boot);
      notShoes = 1 - 0.75 * near * onFoot;
    }
    let upper = 0.02;
    if (inTorso) {
      skin = Math.max(skin, t > hem.down - 0.15 ? 0.2 : clamp(0.4 - t * 0.8, 0.04, 0.4));
      upper = 1;
      if (onMidriff) {
        skin = Math.max(skin, MIDRIFF);
        upper = 1 - MIDRIFF;
      }
    }
    if (face < 1.25) skin = 1;
    else if (body.neck[i]! < 0.17) skin = Math.max(skin, 0.8);
    let arm = 0;
    let bone = 0;
    let sleeve = upper;
    for (let k = 0; k < 2; k++) {
      const limb = Math.min(body.upperArms[k]![i]!, body.forearms[k]![i]!);
      const hand = body.hands[k]![i]!;
      if (limb > 0.25 && hand > 0.2) continue;
      const beyond = (body.armAlong[k]![i]! - sleeves[k]!) / SLEEVE_SPREAD;
      const bare = 1 / (1 + Math.exp(-clamp(beyond, -SLEEVE_ODDS, SLEEVE_ODDS)));
      const near = trust[k]! * clamp((0.25 - limb) / 0.08, 0, 1);
      const core = trust[k]! * clamp((0.16 - limb) / 0.06, 0, 1);
      arm = Math.max(arm, near);
      bone = Math.max(bone, core);
      skin = Math.max(skin, near * bare, hand < 0.15 ? trust[k]! * Math.max(0.3, bare) : 0);
      sleeve = Math.max(sleeve, near * (1 - bare));
      // On the arm itself, beyond the cuff, there is no cloth, unless the torso's own lies there.
      if (outside) sleeve *= 1 - core * bare * 0.9;
    }
    upper = sleeve;
    if (face < 1) upper *= 0.02;

    let hair = FLOOR;
    if (t < 0.8 && face < 6) hair = 0.03;
    if (up <= -0.6 && side < 2.6 && t < 0.4) hair = body.neck[i]! < 0.12 ? 0.1 : 0.3;
    if (face > 0.75 && face < 2.4 && up > -0.6) hair = 0.9;
    else if (face < 1) hair = up < 0.4 ? 0.01 : 0.1;
    if (side < 0.85 && up < 0.35 && up > -0.95) hair = FLOOR;
    else if (side < 0.6 && up < 1.05 && up > 0) hair = Math.min(hair, 0.25);

    // The odds of upper against lower fall with the way below the hem, faster near it.
    // Where a jacket's fronts hang below it, the colours alone decide.
    const below = onFront ? 0 : (t - (s > FRONT_GAP ? frontEnd : hem.down)) / hemSpread;
    const odds = clamp(below, -3, 3) + clamp(below * 0.12, -4, 4);
    const share = 1 / (1 + Math.exp(odds));
    let lower = inside * (t > 0.3 ? 1 - share : FLOOR) * (1 - 0.8 * bone);
    lower *= (1 - 0.9 * leg * bareLeg) * notShoes;
    if (t < 1.25 && s > 0.55) lower *= clamp(1 - (s - 0.55) * 6, 0.15, 1);
    // Sleeves hang past the hem; there only the arm's own bone speaks for the upper garment.
    const upperShare = Math.max(share, arm * 0.5);

    costs[BACKGROUND * count + i] = -Math.log(
      clamp(1 - p, overreach[i] === 1 ? OVERREACHED : 0.005, 1),
    );
    costs[SKIN * count + i] = -Math.log(Math.max(FLOOR, inside * skin));
    costs[HAIR * count + i] = -Math.log(Math.max(FLOOR, inside * hair));
    costs[UPPER * count + i] = -Math.log(Math.max(FLOOR, inside * upper * upperShare));
    costs[LOWER * count + i] = -Math.log(Math.max(FLOOR, lower));
    costs[SHOES * count + i] = -Math.log(Math.max(FLOOR, inside * shoes));
  }
  return costs;
}
