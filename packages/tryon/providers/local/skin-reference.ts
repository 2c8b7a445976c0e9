import { PART } from '@proteus/contracts/person-parts.ts';
import type { PersonAnalysis } from '../../person-analysis.ts';
import { clamp } from '../../stages/warp/scalar.ts';

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
/** Limbs may differ from the face by this share in lightness and these steps in a* and b*. */
const LIGHTNESS_TOLERANCE = 0.14;
const TINT_TOLERANCE = 6;

const LEFT_PICTURE_ARM = [PART['right-upper-arm'], PART['right-forearm'], PART['right-hand']];
const RIGHT_PICTURE_ARM = [PART['left-upper-arm'], PART['left-forearm'], PART['left-hand']];
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
    clamp(colour[0], face[0] * (1 - LIGHTNESS_TOLERANCE), face[0] * (1 + LIGHTNESS_TOLERANCE)),
    clamp(colour[1], face[1] - TINT_TOLERANCE, face[1] + TINT_TOLERANCE),
    clamp(colour[2], face[2] - TINT_TOLERANCE, face[2] + TINT_TOLERANCE),
  ];
}

/** Median skin colours of arms and trunk, kept near the face's; missing ones borrow from the others. */
export function measureSkin(person: PersonAnalysis): SkinReference {
  const face = person.skinTone;
  const left = medianColour(person, LEFT_PICTURE_ARM);
  const right = medianColour(person, RIGHT_PICTURE_ARM);
  const trunk = medianColour(person, TRUNK);
  const arm = left ?? right ?? trunk ?? face;
  return {
    arms: [nearFace(left ?? arm, face), nearFace(right ?? arm, face)],
    trunk: nearFace(trunk ?? arm, face),
  };
}
