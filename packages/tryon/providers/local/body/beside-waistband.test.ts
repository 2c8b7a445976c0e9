import { PART } from '@proteus/contracts/person-parts.ts';
import { createMask } from '@proteus/raster/create-mask.ts';
import { describe, expect, it } from 'vitest';
import type { PersonAnalysis } from '../../../person-analysis.ts';
import { endsBeside, endTrunkBeside } from './beside-waistband.ts';

const SIZE = 120;
const EDGE = 70;
const FIRST = 30;
const LAST = 80;

const frame = {
  shoulderMiddle: { x: 55, y: 0 },
  shoulderWidth: 100,
  torsoLength: 100,
  down: { x: 0, y: 1 },
  right: { x: 1, y: 0 },
};

function person(beside: number = PART.background): PersonAnalysis {
  const parts = createMask(SIZE, SIZE, beside);
  return { parts, frame } as unknown as PersonAnalysis;
}

/** The waistband's upper edge by column, with a loop that hangs at its right end where one is asked for. */
function tops(loop = 0): Float64Array {
  return Float64Array.from({ length: SIZE }, (_, x) => {
    if (x < FIRST || x > LAST + loop) return SIZE;
    return x > LAST ? EDGE + 10 : EDGE;
  });
}

describe('beside a waistband', () => {
  const isInside = () => true;

  it('a tucked top bags: it ends at the edge, and further up further out', () => {
    const ends = endsBeside(person(), tops(), isInside);
    expect(ends[FIRST]).toBe(Number.POSITIVE_INFINITY);
    expect(ends[LAST + 1]).toBeCloseTo(EDGE, 0);
    for (let out = 2; out < 20; out++) {
      expect(ends[LAST + out]).toBeLessThan(ends[LAST + out - 1]!);
      expect(ends[FIRST - out]).toBeCloseTo(ends[LAST + out]!);
    }
  });

  it('a wide one runs out to all its width within a little height', () => {
    const ends = endsBeside(person(), tops(), (pixel) => pixel % SIZE < LAST + 24);
    expect(ends[LAST + 23]).toBeGreaterThan(EDGE - 13);
    expect(ends[LAST + 23]).toBeLessThan(EDGE - 8);
  });

  it('a shoulder of a body that leans is not cut off, however narrow the waist', () => {
    const ends = endsBeside(person(), tops(), (pixel) => pixel % SIZE < LAST + 3);
    expect(ends[LAST + 20]).toBeGreaterThan(EDGE - 13);
    expect(ends[FIRST - 20]).toBeGreaterThan(EDGE - 13);
  });

  it('a loop that hangs there is not the waistband', () => {
    const ends = endsBeside(person(), tops(4), isInside);
    expect(ends).toEqual(endsBeside(person(), tops(), isInside));
  });

  it('the side of a hip that slants out below it is not the waistband either', () => {
    const hip = Float64Array.from({ length: SIZE }, (_, x) => {
      if (x < FIRST || x > LAST + 7) return SIZE;
      return EDGE + 2 * Math.max(0, x - LAST);
    });
    const ends = endsBeside(person(), hip, isInside);
    for (let out = 3; out < 20; out++) {
      expect(ends[LAST + out]).toBeCloseTo(endsBeside(person(), tops(), isInside)[LAST + out]!);
    }
  });

  it('a hand there hides where it ends', () => {
    const ends = endsBeside(person(PART['left-hand']), tops(), isInside);
    expect(ends[LAST + 20]).toBe(EDGE);
  });

  it('nothing ends where no waistband is seen', () => {
    const ends = endsBeside(person(), new Float64Array(SIZE).fill(SIZE), isInside);
    expect(ends.every((row) => row === Number.POSITIVE_INFINITY)).toBe(true);
  });

  it('the body is inside the cloth', () => {
    const trunk = createMask(SIZE, SIZE, 255);
    const waistband = {
      edge: { below: EDGE, slope: 0 },
      isOldHem: true,
      dips: new Uint8Array(SIZE * SIZE),
      tops: tops(),
    };
    const ends = endsBeside(person(), waistband.tops, isInside);
    endTrunkBeside(trunk, person(), waistband);
    for (let y = 0; y < SIZE; y++) {
      const isUnder = trunk.data[y * SIZE + LAST + 6] !== 0;
      if (isUnder) expect(y).toBeLessThan(ends[LAST + 6]! - 1);
      expect(trunk.data[y * SIZE + LAST]).toBe(255);
    }
  });
});
