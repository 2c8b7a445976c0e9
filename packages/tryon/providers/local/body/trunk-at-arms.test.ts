import { PART } from '@proteus/contracts/person-parts.ts';
import { createMask } from '@proteus/raster/create-mask.ts';
import { describe, expect, it } from 'vitest';
import type { PersonAnalysis } from '../../../person-analysis.ts';
import { endTrunkAtArms } from './trunk-at-arms.ts';

const SIZE = 120;
const TRUNK = [30, 80] as const;
const BARE_FROM = 60;

/** A trunk between two columns, and from a row down an arm that reaches in from the right to a column. */
function ended(armTo: number) {
  const trunk = createMask(SIZE, SIZE);
  const parts = createMask(SIZE, SIZE);
  for (let y = 0; y < SIZE; y++) {
    trunk.data.fill(255, y * SIZE + TRUNK[0], y * SIZE + TRUNK[1]);
    if (y >= BARE_FROM) parts.data.fill(PART['left-upper-arm'], y * SIZE + armTo, y * SIZE + 100);
  }
  const frame = {
    shoulderMiddle: { x: 55, y: 0 },
    shoulderWidth: 100,
    torsoLength: 100,
    down: { x: 0, y: 1 },
    right: { x: 1, y: 0 },
  };
  endTrunkAtArms(trunk, { parts, frame } as unknown as PersonAnalysis);
  const row = (y: number) => trunk.data.subarray(y * SIZE, (y + 1) * SIZE);
  return {
    from: (y: number) => row(y).indexOf(255),
    to: (y: number) => row(y).lastIndexOf(255) + 1,
  };
}

describe('a trunk beside bare arms', () => {
  it('ends where their skin begins, and stays as it is where there is none', () => {
    const trunk = ended(74);
    for (let y = BARE_FROM; y < SIZE; y++) {
      expect(trunk.to(y)).toBeLessThanOrEqual(y < BARE_FROM + 10 ? 75 : 74);
    }
    for (let y = 0; y < SIZE; y++) expect(trunk.from(y)).toBe(TRUNK[0]);
    expect(trunk.to(BARE_FROM - 30)).toBe(TRUNK[1]);
  });

  it('narrows gradually towards them, so that its side has no step', () => {
    const trunk = ended(72);
    for (let y = 1; y < SIZE; y++) expect(Math.abs(trunk.to(y) - trunk.to(y - 1))).toBeLessThan(2);
  });

  it('goes on under an arm that lies before it', () => {
    const trunk = ended(50);
    for (let y = 0; y < SIZE; y++) expect(trunk.to(y)).toBe(TRUNK[1]);
  });
});
