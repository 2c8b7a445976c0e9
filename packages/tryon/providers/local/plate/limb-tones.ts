import { PART } from '@proteus/contracts/person-parts.ts';
import type { NearbyPerson } from '../crop-person.ts';
import { type LabColour, litColour } from '../skin/skin-reference.ts';

const LEFT_ARM = [PART['left-upper-arm'], PART['left-forearm']];
const RIGHT_ARM = [PART['right-upper-arm'], PART['right-forearm']];

/** Tones of the arms' and hands' parts, by label. */
export type LimbTones = ReadonlyMap<number, LabColour>;

/** What is not in sight has its other side's tone. */
export function measureTones(person: NearbyPerson): LimbTones {
  const tones = new Map<number, LabColour>();
  for (const [left, right] of [
    [LEFT_ARM, RIGHT_ARM],
    [[PART['left-hand']], [PART['right-hand']]],
  ] as const) {
    const one = litColour(person, left);
    const two = litColour(person, right);
    for (const part of left) setTone(tones, part, one ?? two);
    for (const part of right) setTone(tones, part, two ?? one);
  }
  return tones;
}

function setTone(tones: Map<number, LabColour>, part: number, tone: LabColour | null): void {
  if (tone !== null) tones.set(part, tone);
}
