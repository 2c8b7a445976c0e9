import { describe, expect, it } from 'vitest';
import { bareRadius } from './skin-arm-shape.ts';

describe('bareRadius', () => {
  it('tapers from the shoulder to the wrist', () => {
    expect(bareRadius(0, 0.5)).toBeCloseTo(0.138);
    expect(bareRadius(1, 0.5)).toBeCloseTo(0.066);
    expect(bareRadius(0.3, 0.5)).toBeGreaterThan(bareRadius(0.8, 0.5));
  });

  it('has its elbow where the bones meet', () => {
    expect(bareRadius(0.6, 0.6)).toBeCloseTo(bareRadius(0.5, 0.5));
    expect(bareRadius(0.4, 0.4)).toBeCloseTo(bareRadius(0.5, 0.5));
  });

  it('runs on evenly beyond its ends', () => {
    expect(bareRadius(-0.2, 0.5)).toBe(bareRadius(0, 0.5));
    expect(bareRadius(1.3, 0.5)).toBe(bareRadius(1, 0.5));
  });
});
