import { PART } from '@proteus/contracts/person-parts.ts';
import { describe, expect, it } from 'vitest';
import type { PersonAnalysis } from '../../../person-analysis.ts';
import { partDress } from './part-dress.ts';

describe('a dress that is parted at a height', () => {
  it('is a top above and a skirt below, and leaves all else alone', () => {
    const column = ['neck', 'upper-clothes', 'upper-clothes', 'lower-clothes', 'lower-clothes'];
    const labels = [...column, 'left-shoe'].map((part) => PART[part as keyof typeof PART]);
    const plane = (data: number[]) => ({ width: 1, height: 6, data: Float32Array.from(data) });
    const dressed = {
      parts: { width: 1, height: 6, data: Uint8Array.from(labels) },
      regions: {
        upper: plane([0, 0.9, 0.8, 0.25, 0, 0]),
        lower: plane([0, 0, 0.1, 0.5, 1, 0.5]),
        shoes: plane([0, 0, 0, 0, 0, 0.5]),
      },
      frame: { shoulderMiddle: { x: 0, y: 0 }, down: { x: 0, y: 1 } },
    } as unknown as PersonAnalysis;
    const { parts, regions } = partDress(dressed, 2);
    const below = PART['lower-clothes'];
    expect([...parts.data]).toEqual([
      PART.neck,
      PART['upper-clothes'],
      below,
      below,
      below,
      PART['left-shoe'],
    ]);
    const read = ({ data }: { data: Float32Array }) => [...data].map((share) => +share.toFixed(2));
    expect(read(regions.upper)).toEqual([0, 0.9, 0, 0, 0, 0]);
    expect(read(regions.lower)).toEqual([0, 0, 0.9, 0.75, 1, 0.5]);
    expect(regions.shoes).toBe(dressed.regions.shoes);
  });
});
