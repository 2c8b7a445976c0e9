import { PART } from '@proteus/contracts/person-parts.ts';
import type { PersonAnalysis } from '../../person-analysis.ts';
import { clamp, mix } from '../../stages/warp/scalar.ts';

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
/** Skin under clothes is hardly darker than the face, but may be lighter, by these shares. */
const DARKER = 0.05;
const LIGHTER = 0.14;
/** Steps by which a* and b* may differ from the face's. */
const TINT_TOLERANCE = 6;

/** A hand is darker and redder than its arm: where it is all that is seen, it counts this much. */
const HAND_SHARE = 0.25;

const ARMS = [
  [PART['right-upper-arm'], PART['right-forearm']],
  [PART['left-upper-arm'], PART['left-forearm']],
] as const;
const HANDS = [[PART['right-hand']], [PART['left-hand']]] as const;
const TRUNK = [PART.neck, PART['torso-skin']];

function medianColour(person: PersonAnalysis, parts: readonly number[]): LabColour | null {
  const wanted = new Uint8Array(256);
  for (const part of parts) wanted[part] = 1;
  const counts = [new Uint32Array(256), new Uint32Array(256), new Uint32Array(256)] as const;
  const labels = person.parts.data;
  const lab = person.lab.data;
  let total = 0;
  for (let pixel = 0; pixel < labels.length; pixel += 2) {
    if (wanted[labels[pixel]!] === 0) continue;
    counts[0][clamp(Math.round(lab[pixel * 3]! * 2), 0, 255)]!++;
    counts[1][clamp(Math.round(lab[pixel * 3 + 1]! * 2 + 128), 0, 255)]!++;
    counts[2][clamp(Math.round(lab[pixel * 3 + 2]! * 2 + 128), 0, 255)]!++;
    total++;
  }
  if (total < ENOUGH) return null;
  const middle = (histogram: Uint32Array): number => {
    let seen = 0;
    let bin = 0;
    while (bin < 255 && seen + histogram[bin]! < total / 2) seen += histogram[bin++]!;
    return bin;
  };
  return [middle(counts[0]) / 2, (middle(counts[1]) - 128) / 2, (middle(counts[2]) - 128) / 2];
}

function nearFace(colour: LabColour, face: LabColour): LabColour {
  return [
    clamp(colour[0], face[0] * (1 - DARKER), face[0] * (1 + LIGHTER)),
    clamp(colour[1], face[1] - TINT_TOLERANCE, face[1] + TINT_TOLERANCE),
    clamp(colour[2], face[2] - TINT_TOLERANCE, face[2] + TINT_TOLERANCE),
  ];
}

function blend(first: LabColour, second: LabColour, share: number): LabColour {
  return [
    mix(first[0], second[0], share),
    mix(first[1], second[1], share),
    mix(first[2], second[2], share),
  ];
}

/** Median skin colours of arms and trunk, kept near the face's; missing ones borrow from the others. */
export function measureSkin(person: PersonAnalysis): SkinReference {
  const face = person.skinTone;
  const neck = medianColour(person, TRUNK);
  const head = neck === null ? face : blend(face, neck, 0.5);
  const left = medianColour(person, ARMS[0]);
  const right = medianColour(person, ARMS[1]);
  const toneOf = (own: LabColour | null, other: LabColour | null, hand: readonly number[]) => {
    const arm = own ?? other;
    if (arm !== null) return nearFace(arm, face);
    const seen = medianColour(person, hand);
    return nearFace(seen === null ? head : blend(head, seen, HAND_SHARE), face);
  };
  const arms = [toneOf(left, right, HANDS[0]), toneOf(right, left, HANDS[1])] as const;
  const brighterArm = arms[0][0] > arms[1][0] ? arms[0] : arms[1];
  return { arms, trunk: nearFace(blend(neck ?? face, brighterArm, 0.5), face) };
}
