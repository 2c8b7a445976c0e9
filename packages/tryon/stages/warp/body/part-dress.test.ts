import { PART } from '@proteus/contracts/person-parts.ts';
import { describe, expect, it } from 'vitest';
import type { PersonAnalysis } from '../../../person-analysis.ts';
import { partDress } from './part-dress.ts';

const HEIGHT = 20;
/** Of a column: a neck, a dress that the parse has for a top and a skirt, a shoe. */
const DRESS = { from: 2, skirtFrom: 12, to: 18 };
const PARTED = 9;

describe('a dress that is parted at a height', () => {
  const parts = new Uint8Array(HEIGHT).fill(PART['upper-clothes']);
  parts.fill(PART.neck, 0, DRESS.from);
  parts.fill(PART['lower-clothes'], DRESS.skirtFrom);
  parts.fill(PART['left-shoe'], DRESS.to);
  const plane = (share: (y: number) => number) => ({
    width: 1,
    height: HEIGHT,
    data: Float32Array.from({ length: HEIGHT }, (_, y) => share(y)),
  });
  const isDress = (y: number) => y >= DRESS.from && y < DRESS.to;
  const dressed = {
    parts: { width: 1, height: HEIGHT, data: parts },
    regions: {
      upper: plane((y) => (isDress(y) && y < DRESS.skirtFrom ? 0.8 : 0)),
      lower: plane((y) => (isDress(y) && y >= DRESS.skirtFrom ? 0.8 : y >= DRESS.to ? 0.5 : 0)),
      shoes: plane((y) => (y >= DRESS.to ? 0.5 : 0)),
    },
    frame: { shoulderMiddle: { x: 0, y: 0 }, down: { x: 0, y: 1 } },
  } as unknown as PersonAnalysis;
  const parted = partDress(dressed, PARTED);

  it('is a top above and a skirt below, and leaves all else alone', () => {
    const { data } = parted.parts;
    expect([data[1], data[2], data[5]]).toEqual([
      PART.neck,
      PART['upper-clothes'],
      PART['upper-clothes'],
    ]);
    for (let y = 6; y < DRESS.to; y++) expect(data[y]).toBe(PART['lower-clothes']);
    expect(data[DRESS.to]).toBe(PART['left-shoe']);
    const { upper, lower, shoes } = parted.regions;
    expect([upper.data[7], lower.data[7]]).toEqual([Math.fround(0.8), 0]);
    expect([upper.data[11], lower.data[11]]).toEqual([0, Math.fround(0.8)]);
    expect(lower.data[DRESS.to]).toBe(0.5);
    expect(shoes).toBe(dressed.regions.shoes);
  });

  it('passes from the one to the other as softly as a seen edge', () => {
    const { upper, lower } = parted.regions;
    expect(upper.data[PARTED]).toBeCloseTo(0.4);
    expect(lower.data[PARTED]).toBeCloseTo(0.4);
  });
});
