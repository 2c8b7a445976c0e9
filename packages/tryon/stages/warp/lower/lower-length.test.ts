import { describe, expect, it } from 'vitest';
import { fitSkirtHem, fitTrouserHem } from './lower-length.ts';

describe('fitTrouserHem', () => {
  it('draws trousers of about full length to the ankle or over the shoe', () => {
    expect(fitTrouserHem(0.8, null)).toBeGreaterThan(0.95);
    expect(fitTrouserHem(1.4, null)).toBeLessThan(1.1);
  });

  it('covers old trousers that reach a little further', () => {
    expect(fitTrouserHem(0.9, 1.04)).toBeGreaterThan(1.04);
  });

  it('leaves shorts and cropped trousers their own length', () => {
    expect(fitTrouserHem(0.3, 1)).toBe(0.3);
    expect(fitTrouserHem(0.6, null)).toBe(0.6);
  });
});

describe('fitSkirtHem', () => {
  it('takes over the hem of an old skirt of about that length', () => {
    expect(fitSkirtHem(0.6, 0.7)).toBeCloseTo(0.71);
  });

  it('learns nothing from trousers', () => {
    expect(fitSkirtHem(0.9, 1)).toBe(0.9);
  });

  it('never sweeps the floor', () => {
    expect(fitSkirtHem(1.6, null)).toBeLessThan(1.1);
  });
});
