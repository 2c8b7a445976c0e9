import { PART } from '@proteus/contracts/person-parts.ts';
import { LANDMARK, POSE_LANDMARKS } from '@proteus/contracts/pose-landmarks.ts';
import { createMask } from '@proteus/raster/create-mask.ts';
import { createPlane } from '@proteus/raster/create-plane.ts';
import { describe, expect, it } from 'vitest';
import type { PersonAnalysis } from '../../../person-analysis.ts';
import { overSleeve } from './over-sleeve.ts';

const SIZE = 100;
const ELBOW = 50;
const at = (x: number, y: number) => y * SIZE + x;

/** A new torso left of column 60, the backdrop from column 80 on, and a left hand before the torso. */
function over(leftArmSeen: number, sleeve: 'left' | 'right', wrist = ELBOW) {
  const torso = createPlane(SIZE, SIZE);
  const background = createPlane(SIZE, SIZE);
  const skin = createPlane(SIZE, SIZE, 1);
  const parts = createMask(SIZE, SIZE);
  for (let y = 0; y < SIZE; y++) {
    torso.data.fill(1, at(0, y), at(60, y));
    background.data.fill(1, at(80, y), at(80, y) + 20);
  }
  parts.data.fill(PART['upper-clothes'], 0, at(0, 90));
  parts.data.fill(PART.background, at(76, 30), at(80, 30));
  background.data.fill(1, at(76, 30), at(80, 30));
  parts.data[at(20, 60)] = PART['left-hand'];
  parts.data[at(22, 60)] = PART['left-forearm'];
  parts.data[at(66, 30)] = PART['left-forearm'];
  parts.data[at(30, 30)] = PART['left-forearm'];
  const landmarks = POSE_LANDMARKS.map(() => ({ x: 70, y: ELBOW, visibility: 1 }));
  landmarks[LANDMARK['left-shoulder']]!.y = 0;
  landmarks[LANDMARK['left-elbow']]!.visibility = leftArmSeen;
  landmarks[LANDMARK['left-wrist']]!.visibility = leftArmSeen;
  landmarks[LANDMARK['left-wrist']]!.y = wrist;
  const person = {
    picture: { width: SIZE, height: SIZE },
    parts,
    regions: { skin, background, lower: createPlane(SIZE, SIZE) },
    pose: { landmarks },
    frame: {
      shoulderMiddle: { x: 50, y: 0 },
      shoulderWidth: 60,
      torsoLength: SIZE,
      down: { x: 0, y: 1 },
      right: { x: 1, y: 0 },
    },
  } as unknown as PersonAnalysis;
  const arms = createPlane(SIZE, SIZE);
  for (const x of [66, 30]) arms.data[at(x, 30)] = 1;
  return overSleeve(person, torso, arms, sleeve).data;
}

describe('what lies over a sleeve', () => {
  it('is the other arm’s hand with its wrist, and not its own', () => {
    for (const x of [20, 22]) {
      expect(over(1, 'left')[at(x, 60)]).toBe(1);
      expect(over(1, 'right')[at(x, 60)]).toBe(0);
    }
  });

  it('is its own forearm where the arm is folded, and the wall right beside that', () => {
    const folded = over(1, 'right', 5);
    expect(folded[at(66, 30)]).toBe(1);
    expect(folded[at(77, 30)]).toBe(1);
    expect(over(1, 'right')[at(77, 30)]).toBe(0);
  });

  it('is no upper arm that the parse has for the forearm of a folded one', () => {
    expect(over(1, 'right', 5)[at(30, 30)]).toBe(0);
  });

  it('is not the torso beside an arm that is seen', () => {
    expect(over(1, 'right')[at(55, 70)]).toBe(0);
  });

  it('is the body below the elbow of an arm behind it, but not above, nor beside the body', () => {
    const hidden = over(0.1, 'right');
    expect(hidden[at(55, 70)]).toBe(1);
    expect(hidden[at(55, 20)]).toBe(0);
    expect(hidden[at(70, 70)]).toBe(0);
  });

  it('is everything where an arm behind the body would stand before the backdrop', () => {
    expect(over(0.1, 'right')[at(90, 70)]).toBe(1);
  });

  it('passes over such an arm in a sharp edge, sooner on the side that faces the body', () => {
    const hidden = over(0.1, 'right');
    const edgeIn = (y: number) => {
      const row = hidden.subarray(at(0, y), at(60, y));
      expect(row.filter((share) => share > 0.05 && share < 0.95).length).toBeLessThan(5);
      return row.lastIndexOf(1);
    };
    expect(edgeIn(ELBOW - 7)).toBeGreaterThan(50);
    expect(edgeIn(ELBOW - 4)).toBeGreaterThanOrEqual(edgeIn(ELBOW - 7));
    expect(edgeIn(ELBOW - 11)).toBeLessThanOrEqual(edgeIn(ELBOW - 7));
  });
});
