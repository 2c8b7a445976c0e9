import { PART } from '@proteus/contracts/person-parts.ts';
import { createMask } from '@proteus/raster/create-mask.ts';
import { describe, expect, it } from 'vitest';
import type { PersonAnalysis } from '../../../person-analysis.ts';
import { followWaistband } from './waistband.ts';

const SIZE = 60;
const EDGE = 30;

/** Trousers that begin at a row by column, under skin, the old top or the wall. */
function dips(above: number, beginAt: (x: number) => number, isOldHem: boolean) {
  const parts = createMask(SIZE, SIZE);
  parts.data.forEach((_, pixel) => {
    const x = pixel % SIZE;
    const isLower = (pixel - x) / SIZE >= beginAt(x);
    parts.data[pixel] = isLower ? PART['lower-clothes'] : above;
  });
  const frame = {
    shoulderMiddle: { x: 30, y: 0 },
    shoulderWidth: 40,
    torsoLength: 100,
    down: { x: 0, y: 1 },
    right: { x: 1, y: 0 },
  };
  const person = { parts, frame } as unknown as PersonAnalysis;
  const found = followWaistband(person, { below: EDGE, slope: 0 }, isOldHem);
  return (x: number, y: number) => found.dips[y * SIZE + x] !== 0;
}

describe('a waistband that departs from its line', () => {
  it('is followed over skin, and over an old top that ended there', () => {
    const lower = () => EDGE + 8;
    for (const isOldHem of [true, false]) {
      expect(dips(PART['torso-skin'], lower, isOldHem)(30, EDGE + 7)).toBe(true);
      expect(dips(PART['upper-clothes'], lower, isOldHem)(30, EDGE + 7)).toBe(isOldHem);
      expect(dips(PART['torso-skin'], lower, isOldHem)(30, EDGE + 8)).toBe(false);
      expect(dips(PART['torso-skin'], lower, isOldHem)(30, EDGE - 1)).toBe(false);
      expect(dips(PART.background, lower, isOldHem)(30, EDGE + 7)).toBe(false);
    }
  });

  it('is not followed to clothes that begin far below', () => {
    const at = dips(PART['torso-skin'], (x) => EDGE + (x < 30 ? 9 : 20), true);
    expect(at(20, EDGE + 4)).toBe(true);
    expect(at(40, EDGE + 4)).toBe(false);
  });
});
