import { describe, expect, it } from 'vitest';
import type { ShoulderLine } from '../body/shoulder-line.ts';
import { tipRise } from './tip-rise.ts';

const WIDTH = 200;

describe('how far above the joints the shoulder tips lie', () => {
  /** A boundary that lies so far above joints that are level. */
  const boundary = (above: number): ShoulderLine => {
    const heights = new Array<number>(64).fill(above / WIDTH);
    const isBare = { left: false, right: false };
    return { heights: { left: heights, right: heights }, isBare, drop: { left: 0, right: 0 } };
  };

  it('is where the shoulders’ boundary is', () => {
    expect(tipRise(false, boundary(12), WIDTH)).toBeCloseTo(12, 5);
    expect(tipRise(false, boundary(20), WIDTH)).toBeCloseTo(20, 5);
  });

  it('is below the joints for an off-shoulder neckline, wherever the boundary is', () => {
    expect(tipRise(true, boundary(12), WIDTH)).toBeLessThan(0);
    expect(tipRise(true, boundary(12), WIDTH)).toBe(tipRise(true, boundary(20), WIDTH));
  });
});
