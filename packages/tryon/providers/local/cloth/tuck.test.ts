import { PART } from '@proteus/contracts/person-parts.ts';
import { createMask } from '@proteus/raster/create-mask.ts';
import { createPlane } from '@proteus/raster/create-plane.ts';
import { describe, expect, it } from 'vitest';
import type { PersonAnalysis } from '../../../person-analysis.ts';
import { cutAtWaistband } from './tuck.ts';

const SIZE = 120;
const HEM = 60;
const STRING = 50;
const SLEEVE = 100;

/**
 * A top that ends at row 60, with a string of three columns and a sleeve right of column 100 that hang on;
 * trousers below.
 */
function personWithString(torsoLength: number): PersonAnalysis {
  const parts = createMask(SIZE, SIZE);
  const lower = createPlane(SIZE, SIZE);
  for (let y = 0; y < SIZE; y++) {
    for (let x = 0; x < SIZE; x++) {
      const isTop = y < HEM || x > SLEEVE || (Math.abs(x - STRING) <= 1 && y < HEM + 20);
      parts.data[y * SIZE + x] = PART[isTop ? 'upper-clothes' : 'lower-clothes'];
      lower.data[y * SIZE + x] = isTop ? 0 : 1;
    }
  }
  const frame = {
    shoulderMiddle: { x: 60, y: 0 },
    shoulderWidth: 100,
    torsoLength,
    down: { x: 0, y: 1 },
    right: { x: 1, y: 0 },
  };
  return { frame, parts, regions: { lower } } as unknown as PersonAnalysis;
}

/** The new top's opacity after it was cut, by place. */
function cut(isOldHem: boolean, torsoLength = 120) {
  const alpha = createPlane(SIZE, SIZE, 1);
  const trunk = createMask(SIZE, SIZE);
  trunk.data.fill(255);
  cutAtWaistband(alpha, personWithString(torsoLength), trunk, { tuckedAt: HEM - 5, isOldHem });
  return (x: number, y: number) => alpha.data[y * SIZE + x]!;
}

describe('cutting at the waistband', () => {
  it('ends where the old top ended, without the strings that hung from it', () => {
    const at = cut(true);
    expect(at(90, HEM - 2)).toBe(1);
    expect(at(90, HEM + 2)).toBe(0);
    expect(at(STRING, HEM + 6)).toBeLessThan(0.1);
  });

  it('follows a slanting end, but is not seen far below it, where the cloth is an old sleeve', () => {
    const at = cut(true);
    expect(at(110, HEM + 2)).toBe(1);
    expect(at(110, HEM + 30)).toBe(0);
  });

  it('ends at the waistband where the old top hung over it', () => {
    const at = cut(false);
    expect(at(90, HEM - 10)).toBe(1);
    expect(at(STRING, HEM + 6)).toBe(0);
  });
});
