import { describe, expect, it } from 'vitest';
import { createTrunkRelief } from './skin-relief.ts';

const trunkRelief = createTrunkRelief(1.6);

describe('createTrunkRelief', () => {
  it('is the same on both sides of the body', () => {
    for (const down of [-0.05, 0.2, 0.5, 0.8]) {
      expect(trunkRelief(-0.2, down)).toBe(trunkRelief(0.2, down));
    }
  });

  it('leaves the plain chest as it is', () => {
    expect(trunkRelief(0.3, 0.25)).toBeCloseTo(1, 3);
  });

  it('darkens the navel more than the belly around it', () => {
    const navel = trunkRelief(0, 0.775);
    expect(navel).toBeLessThan(0.85);
    expect(trunkRelief(0.08, 0.775)).toBeGreaterThan(navel + 0.1);
  });
});
