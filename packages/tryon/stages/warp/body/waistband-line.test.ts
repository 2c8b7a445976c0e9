import { PART } from '@proteus/contracts/person-parts.ts';
import { createMask } from '@proteus/raster/create-mask.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PersonAnalysis } from '../../../person-analysis.ts';
import { findWaistbandLine } from './waistband-line.ts';

const SIZE = 200;
const WAIST = 120;

/** Lower clothes from a row on that changes by column; a hand hides the columns up to `handTo`. */
function wearing(beginAt: (x: number) => number, handTo = 0): PersonAnalysis {
  const parts = createMask(SIZE, SIZE);
  for (let pixel = 0; pixel < SIZE * SIZE; pixel++) {
    const x = pixel % SIZE;
    const y = (pixel - x) / SIZE;
    const isLower = y >= beginAt(x);
    parts.data[pixel] =
      x < handTo ? PART['right-hand'] : PART[isLower ? 'lower-clothes' : 'upper-clothes'];
  }
  const frame = {
    shoulderMiddle: { x: 100, y: 0 },
    shoulderWidth: 100,
    torsoLength: 150,
    down: { x: 0, y: 1 },
    right: { x: 1, y: 0 },
  };
  return { parts, frame } as unknown as PersonAnalysis;
}

describe('the line of a waistband', () => {
  it('follows its slant, though a hand hides a part of it', () => {
    fc.assert(
      fc.property(fc.double({ min: -0.25, max: 0.25, noNaN: true }), (slope) => {
        const person = wearing((x) => WAIST + slope * (x - 100), 80);
        const line = findWaistbandLine(person, WAIST - 3);
        expect(Math.abs(line.slope - slope)).toBeLessThan(0.04);
        expect(Math.abs(line.below - WAIST)).toBeLessThan(2);
      }),
    );
  });

  it('is not drawn away by the pocket at one end', () => {
    const line = findWaistbandLine(
      wearing((x) => (x > 125 ? WAIST + 12 : WAIST)),
      WAIST,
    );
    expect(Math.abs(line.slope)).toBeLessThan(0.05);
  });

  it('is level where too little of it is seen, or it is no line', () => {
    expect(
      findWaistbandLine(
        wearing((x) => WAIST + 0.2 * (x - 100), 115),
        WAIST,
      ),
    ).toEqual({
      below: WAIST,
      slope: 0,
    });
    const ragged = wearing((x) => WAIST - 15 + ((x * 7) % 31));
    expect(findWaistbandLine(ragged, WAIST)).toEqual({ below: WAIST, slope: 0 });
  });
});
