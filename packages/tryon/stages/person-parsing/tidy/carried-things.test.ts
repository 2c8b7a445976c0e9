import { PART } from '@proteus/contracts/person-parts.ts';
import { type LANDMARK, POSE_LANDMARKS } from '@proteus/contracts/pose-landmarks.ts';
import { describe, expect, it } from 'vitest';
import type { PersonAnalysis } from '../../../person-analysis.ts';
import { findCarriedThings, keepCarriedThings } from './carried-things.ts';

const SIZE = { width: 240, height: 360 };
/** Shoulders at row 60, hips at row 160, feet at row 340; the hand at the left at row 170. */
const POINTS: Partial<Record<keyof typeof LANDMARK, readonly [number, number]>> = {
  'right-shoulder': [90, 60],
  'left-shoulder': [150, 60],
  'right-hip': [105, 160],
  'left-hip': [135, 160],
  'right-knee': [103, 250],
  'left-knee': [137, 250],
  'right-ankle': [102, 340],
  'left-ankle': [138, 340],
  'right-index': [60, 170],
  'right-pinky': [60, 170],
  'left-index': [180, 170],
  'left-pinky': [180, 170],
};

type Box = readonly [left: number, top: number, right: number, bottom: number];

/** A person in a straight dress and in whatever else the boxes hold. */
function personWith(...boxes: readonly Box[]): PersonAnalysis {
  const data = new Uint8Array(SIZE.width * SIZE.height);
  for (const [left, top, right, bottom] of [[88, 60, 152, 260] as const, ...boxes]) {
    for (let y = top; y < bottom; y++) {
      data.fill(PART['lower-clothes'], y * SIZE.width + left, y * SIZE.width + right);
    }
  }
  const landmarks = POSE_LANDMARKS.map((name) => {
    const [x, y] = POINTS[name] ?? [120, 40];
    return { x, y, z: 0, visibility: 1, presence: 1 };
  });
  const plane = { ...SIZE, data: Float32Array.from(data, (part) => (part === 0 ? 0 : 1)) };
  const none = { ...SIZE, data: new Float32Array(data.length) };
  return {
    parts: { ...SIZE, data },
    pose: { landmarks, personMask: none },
    frame: {
      shoulderMiddle: { x: 120, y: 60 },
      hipMiddle: { x: 120, y: 160 },
      shoulderWidth: 60,
      torsoLength: 100,
      down: { x: 0, y: 1 },
      right: { x: 1, y: 0 },
    },
    regions: { upper: none, lower: plane },
  } as unknown as PersonAnalysis;
}

/** A bag that touches the dress along a few rows. */
const BAG: Box = [36, 180, 76, 230];
const STRAP: Box = [76, 196, 88, 204];

describe('findCarriedThings', () => {
  it('finds a bag in the hand, and not the dress that it touches', () => {
    const carried = findCarriedThings(personWith(BAG, STRAP))!;
    const at = (x: number, y: number) => carried.data[y * SIZE.width + x];
    expect(at(56, 205)).toBe(255);
    expect(at(120, 205)).toBe(0);
  });

  it('finds a bag that is held against the dress by a broad handle', () => {
    const carried = findCarriedThings(personWith(BAG, [76, 194, 88, 212]))!;
    expect(carried.data[205 * SIZE.width + 56]).toBe(255);
    expect(carried.data[205 * SIZE.width + 120]).toBe(0);
  });

  it('adds what was parsed as wall where the person’s mask knows better', () => {
    const person = personWith(BAG, STRAP);
    const bottom = 232 * SIZE.width + 56;
    person.pose.personMask.data[bottom] = 1;
    expect(findCarriedThings(person)!.data[bottom]).toBe(255);
    expect(findCarriedThings(person)!.data[bottom + 1]).toBe(0);
  });

  it('finds nothing on somebody who carries nothing', () => {
    expect(findCarriedThings(personWith())).toBeNull();
  });

  it('takes a skirt that flares out to the hands for clothes', () => {
    expect(findCarriedThings(personWith([56, 180, 184, 300]))).toBeNull();
  });

  it('leaves what lies far from the hands', () => {
    expect(findCarriedThings(personWith([10, 290, 50, 340]))).toBeNull();
  });
});

describe('keepCarriedThings', () => {
  it('no longer counts them as clothes', () => {
    const person = personWith(BAG);
    const carried = findCarriedThings(person);
    const kept = keepCarriedThings(person, carried);
    const pixel = 205 * SIZE.width + 56;
    expect(kept.parts.data[pixel]).not.toBe(PART['lower-clothes']);
    expect(kept.regions.lower.data[pixel]).toBe(0);
    expect(kept.regions.lower.data[205 * SIZE.width + 120]).toBe(1);
  });

  it('leaves a person who carries nothing', () => {
    const person = personWith();
    expect(keepCarriedThings(person, null)).toBe(person);
  });
});
