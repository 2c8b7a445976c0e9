import { PART } from '@proteus/contracts/person-parts.ts';
import { describe, expect, it } from 'vitest';
import type { PersonAnalysis } from '../../../person-analysis.ts';
import { findWaistLine, WAIST_STATION, waistBelow } from './waist-line.ts';

const SIZE = { width: 240, height: 400 };
const TORSO = 200;
const SHOULDERS = 120;

/** A person whose lower clothes begin at a row of their own in each column; shoulders at row 0. */
function personWith(bandAt: (across: number) => number): PersonAnalysis {
  const data = new Uint8Array(SIZE.width * SIZE.height);
  for (let x = 0; x < SIZE.width; x++) {
    const first = Math.round(bandAt((x - 120) / SHOULDERS));
    for (let y = first; y < SIZE.height; y++) data[y * SIZE.width + x] = PART['lower-clothes'];
  }
  return {
    parts: { ...SIZE, data },
    frame: {
      shoulderMiddle: { x: 120, y: 0 },
      hipMiddle: { x: 120, y: TORSO },
      shoulderWidth: SHOULDERS,
      torsoLength: TORSO,
      down: { x: 0, y: 1 },
      right: { x: 1, y: 0 },
    },
  } as unknown as PersonAnalysis;
}

describe('findWaistLine', () => {
  it('follows a waistband that sags and tilts', () => {
    const line = findWaistLine(personWith((across) => 150 - 40 * across ** 2 + 15 * across));
    expect(waistBelow(line, 0)).toBeCloseTo(150, 0);
    expect(waistBelow(line, -WAIST_STATION)).toBeLessThan(145);
    expect(waistBelow(line, -0.2)).toBeLessThan(waistBelow(line, 0.2));
  });

  it('does not arch where a hand hides the band at one side', () => {
    const line = findWaistLine(personWith((across) => (across > 0.15 ? 165 : 150)));
    expect(waistBelow(line, WAIST_STATION)).toBeLessThanOrEqual(150.5);
  });

  it('tells how far the old band rises above it', () => {
    const bump = (across: number) => (Math.abs(across - 0.2) < 0.04 ? 146 : 150);
    const { rise } = findWaistLine(personWith(bump));
    expect(rise).toBeGreaterThan(3);
    expect(rise).toBeLessThan(6);
    expect(findWaistLine(personWith(() => 150)).rise).toBeLessThan(1.01);
  });
});
