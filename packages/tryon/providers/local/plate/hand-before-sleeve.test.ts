import { PART } from '@proteus/contracts/person-parts.ts';
import { createMask } from '@proteus/raster/create-mask.ts';
import { describe, expect, it } from 'vitest';
import { createCapsules, drawCapsule } from '../body/capsules.ts';
import type { LimbCapsules } from '../body/limb-capsules.ts';
import type { NearbyPerson } from '../crop-person.ts';
import { handBeforeSleeve } from './hand-before-sleeve.ts';

const SIZE = 100;
const at = (x: number, y: number) => y * SIZE + x;

/** What a wrist at row 50 is taken for: it lies before the arm down column 30, at the picture's left, and belongs to a hand. */
function wristOf(hand: number, sleevedTo: number): number {
  const outline = { bare: new Float64Array(25), sleeved: new Uint8Array(25) };
  outline.sleeved.fill(1, 0, sleevedTo);
  const limbs: LimbCapsules = {
    ...createCapsules({ width: SIZE, height: SIZE }),
    outlines: [outline, outline],
    elbows: [0.5, 0.5],
  };
  const [from, to] = [0, 99].map((y) => ({ x: 30, y, radius: 12, along: y / 99 }));
  drawCapsule(limbs, from!, to!, 0);
  const parts = createMask(SIZE, SIZE);
  for (let y = 45; y < 55; y++) {
    parts.data.fill(hand, at(15, y), at(26, y));
    parts.data.fill(PART['right-forearm'], at(26, y), at(36, y));
  }
  const person = { parts } as unknown as NearbyPerson;
  return handBeforeSleeve(person, limbs).parts.data[at(30, 50)]!;
}

describe('a wrist before an arm', () => {
  it('is the other hand’s where that arm’s sleeve goes on below', () => {
    expect(wristOf(PART['left-hand'], 23)).toBe(PART['left-hand']);
  });

  it('is the arm’s own below its cuff, and where its own hand is', () => {
    expect(wristOf(PART['left-hand'], 10)).toBe(PART['right-forearm']);
    expect(wristOf(PART['right-hand'], 23)).toBe(PART['right-forearm']);
  });
});
