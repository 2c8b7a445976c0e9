import { describe, expect, it } from 'vitest';
import { trunkRelief } from './skin-relief.ts';

const LENGTH = 1.6;

describe('trunkRelief', () => {
  it('is the same on both sides of the body', () => {
    for (const down of [-0.05, 0.2, 0.5, 0.8]) {
      expect(trunkRelief(-0.2, down, LENGTH)).toBe(trunkRelief(0.2, down, LENGTH));
    }
  });

  it('leaves the plain chest as it is', () => {
    expect(trunkRelief(0.3, 0.25, LENGTH)).toBeCloseTo(1, 3);
  });

  it('darkens the navel more than the belly around it', () => {
    const navel = trunkRelief(0, 0.775, LENGTH);
    expect(navel).toBeLessThan(0.85);
    expect(trunkRelief(0.08, 0.775, LENGTH)).toBeGreaterThan(navel + 0.1);
  });
});
