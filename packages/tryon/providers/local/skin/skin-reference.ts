import { PART } from '@proteus/contracts/person-parts.ts';
import { clamp, mix } from '../../../stages/warp/scalar.ts';
import type { NearbyPerson } from '../crop-person.ts';
import { measureFaceLight } from './skin-light.ts';
import { skinInLight } from './skin-line.ts';

/** L*, a*, b*. */
export type LabColour = readonly [number, number, number];

/** What bare skin looks like on this person, by place. */
export interface SkinReference {
  /** Arms at the picture's left and right. */
  readonly arms: readonly [LabColour, LabColour];
  readonly trunk: LabColour;
}

/** Samples needed before a limb's own colour is believed. */
const ENOUGH = 150;
/** Skin under clothes differs in lightness from the face by at most these shares. */
const DARKER = 0.12;
const LIGHTER = 0.09;
/** A bare arm that is seen may stand in a better light than a face turned from it. */
const SEEN_LIGHTER = 0.18;
const SEEN_DARKER = 0.25;
/** Steps by which a* and b* may differ from the face's. */
const TINT_TOLERANCE = 6;

/** In the same light faces are redder and necks paler than arms: between them, so near to the neck. */
const NECK_SHARE = 0.85;
/** Under the chin a neck is in shade: what lies further below than this, in shoulder widths, tells its tone ... */
const IN_SHADE = 0.12;
/** ... so much area of it as much as the face does, in square shoulder widths. */
const ENOUGH_NECK = 0.01;
/** In the face's light necks and chests are less red and more yellow by this: medians of 38 people's. */
const NECK_TINT = [-1.4, 1.2] as const;
/** What the brighter arm counts for in a trunk's tone where it is seen, and where it is not. */
const ARM_SHARE = 0.5;
const UNSEEN_ARM_SHARE = 0.2;
/** A hand tells the light at its unseen arm, by this share; its own colour is redder than an arm's. */
const HAND_SHARE = 0.5;
/** So much lighter than their hands arms are, and darker than head and neck, which face the light; in L*. */
const LIGHTER_THAN_HAND = 1;
const DARKER_THAN_HEAD = 2.5;
/** Which of two arms is lit the face tells: this gain from arm to arm for its gain per radius. */
const SIDE_LIGHT = 1;
/** Hands in deep shade or gloves tell nothing: these steps of L* and of a* or b* off. */
const HAND_RANGE = [14, 8] as const;
/** Shadows of chin, hair and limbs are left out: this percentile of the lightness is the tone's. */
const LIT_PERCENTILE = 0.78;
/**
 * An arm darker than head and neck is seen in shade: they tell this much of how light the rest of it is. Its tint
 * is its own (33 upper arms against what is seen below them and against the face).
 */
const SHADED_ARM = 0.34;
/** By so many steps of a* and b* a seen arm may differ from the face, which is made up. */
const ARM_TINT_TOLERANCE = 12;

const ARMS = [
  [PART['right-upper-arm'], PART['right-forearm']],
  [PART['left-upper-arm'], PART['left-forearm']],
] as const;
const HANDS = [[PART['right-hand']], [PART['left-hand']]] as const;
const TRUNK = [PART.neck, PART['torso-skin']];

/** The value below which a share of all counts lies. @param counts of one channel in half steps. */
export function quantileOf(counts: Uint32Array, total: number, share: number): number {
  let seen = 0;
  let bin = 0;
  while (bin < counts.length - 1 && seen + counts[bin]! < total * share) seen += counts[bin++]!;
  return bin / 2;
}

/** Median colour of the better lit half of some parts; null where too little of them is seen. */
export function litColour(person: NearbyPerson, parts: readonly number[]): LabColour | null {
  const wanted = new Uint8Array(256);
  for (const part of parts) wanted[part] = 1;
  const labels = person.parts.data;
  const lab = person.lab.data;
  const lightness = new Uint32Array(256);
  let total = 0;
  for (let pixel = 0; pixel < labels.length; pixel += 2) {
    if (wanted[labels[pixel]!] === 0) continue;
    lightness[clamp(Math.round(lab[pixel * 3]! * 2), 0, 255)]!++;
    total++;
  }
  if (total < ENOUGH) return null;
  const middle = quantileOf(lightness, total, 0.5);
  const a = new Uint32Array(256);
  const b = new Uint32Array(256);
  let lit = 0;
  for (let pixel = 0; pixel < labels.length; pixel += 2) {
    if (wanted[labels[pixel]!] === 0 || lab[pixel * 3]! < middle) continue;
    a[clamp(Math.round(lab[pixel * 3 + 1]! * 2 + 128), 0, 255)]!++;
    b[clamp(Math.round(lab[pixel * 3 + 2]! * 2 + 128), 0, 255)]!++;
    lit++;
  }
  return [
    quantileOf(lightness, total, LIT_PERCENTILE),
    quantileOf(a, lit, 0.5) - 64,
    quantileOf(b, lit, 0.5) - 64,
  ];
}

function nearFace(
  colour: LabColour,
  face: LabColour,
  darker = DARKER,
  lighter = LIGHTER,
  tint = TINT_TOLERANCE,
): LabColour {
  const [lightness, a, b] = skinInLight(
    colour,
    clamp(colour[0], face[0] * (1 - darker), face[0] * (1 + lighter)),
  );
  const [, faceA, faceB] = skinInLight(face, lightness);
  return [lightness, clamp(a, faceA - tint, faceA + tint), clamp(b, faceB - tint, faceB + tint)];
}

/** Between two skins, compared in the same light. */
function blend(first: LabColour, second: LabColour, share: number): LabColour {
  const lightness = mix(first[0], second[0], share);
  const one = skinInLight(first, lightness);
  const two = skinInLight(second, lightness);
  return [lightness, mix(one[1], two[1], share), mix(one[2], two[2], share)];
}

/** How light an unseen arm would be, by its hand as far as that is in the head's own light. */
function unseenLightness(head: LabColour, hand: LabColour | null): number {
  const byHead = head[0] - DARKER_THAN_HEAD;
  if (hand === null) return byHead;
  const [, a, b] = skinInLight(hand, head[0]);
  const isAlike =
    Math.abs(hand[0] - head[0]) < HAND_RANGE[0] &&
    Math.abs(a - head[1]) < HAND_RANGE[1] &&
    Math.abs(b - head[2]) < HAND_RANGE[1];
  return isAlike ? mix(byHead, hand[0] + LIGHTER_THAN_HAND, HAND_SHARE) : byHead;
}

/** How far the neck that is seen tells its tone, 0 to 1; the rest is the face's. */
function trustInNeck({ parts, chin, frame }: NearbyPerson): number {
  const { width, data } = parts;
  const pit = frame.shoulderMiddle;
  const length = Math.hypot(pit.x - chin.x, pit.y - chin.y) || 1;
  const least = IN_SHADE * frame.shoulderWidth * length;
  let lit = 0;
  for (let pixel = 0; pixel < data.length; pixel++) {
    if (data[pixel] !== PART.neck && data[pixel] !== PART['torso-skin']) continue;
    const x = pixel % width;
    const y = (pixel - x) / width;
    if ((x - chin.x) * (pit.x - chin.x) + (y - chin.y) * (pit.y - chin.y) > least) lit++;
  }
  const area = lit / frame.shoulderWidth ** 2;
  return area / (area + ENOUGH_NECK);
}

/** The tone of neck and chest where no shade lies on them, by what is seen of them and by the face. */
function neckTone(person: NearbyPerson, face: LabColour): LabColour {
  const byFace = [face[0], face[1] + NECK_TINT[0], face[2] + NECK_TINT[1]] as const;
  const seen = litColour(person, TRUNK);
  return seen === null ? byFace : blend(byFace, seen, trustInNeck(person));
}

/** Skin colours of arms and trunk, kept near the face's; missing ones borrow from the others. */
export function measureSkin(person: NearbyPerson): SkinReference {
  const face = person.skinTone;
  const lit = litColour(person, [PART.face]) ?? face;
  const neck = neckTone(person, lit);
  const head = blend(lit, neck, NECK_SHARE);
  const left = litColour(person, ARMS[0]);
  const right = litColour(person, ARMS[1]);
  const sideLight = measureFaceLight(person) * SIDE_LIGHT;
  const toneOf = (
    own: LabColour | null,
    other: LabColour | null,
    hand: readonly number[],
    gain: number,
  ) => {
    const arm = own ?? other;
    if (arm !== null) {
      const shaded = Math.max(0, head[0] - arm[0]);
      const lit = skinInLight(arm, arm[0] + SHADED_ARM * shaded);
      return nearFace(lit, face, SEEN_DARKER, SEEN_LIGHTER, ARM_TINT_TOLERANCE);
    }
    const lightness = unseenLightness(head, litColour(person, hand)) * (1 + gain);
    return nearFace(skinInLight(head, lightness), face);
  };
  const arms = [
    toneOf(left, right, HANDS[0], -sideLight / 2),
    toneOf(right, left, HANDS[1], sideLight / 2),
  ] as const;
  const brighterArm = arms[0][0] > arms[1][0] ? arms[0] : arms[1];
  const armShare = left === null && right === null ? UNSEEN_ARM_SHARE : ARM_SHARE;
  return { arms, trunk: nearFace(blend(neck, brighterArm, armShare), face) };
}
