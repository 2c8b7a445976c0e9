import { describe, expect, it } from 'vitest';
import type { TorsoOutline } from '../body/torso-outline.ts';
import { belowArmhole, clothHalfWidth } from './cloth-width.ts';

describe('the half width of cloth', () => {
  it('is the body’s, as far as the garment can be pulled or falls', () => {
    const widths = new Float64Array(31).fill(100);
    const outline: TorsoOutline = { halfWidths: { left: widths, right: widths } };
    expect(clothHalfWidth(outline, 'left', 0.6, 100)).toBeCloseTo(103);
    expect(clothHalfWidth(outline, 'left', 0.6, 60)).toBeCloseTo(75);
    expect(clothHalfWidth(outline, 'left', 0.6, 200)).toBeCloseTo(156);
  });

  it('comes out below an armhole little by little, and no further than it should', () => {
    expect(belowArmhole(120, 90, 0)).toBe(90);
    expect(belowArmhole(120, 90, 20)).toBeCloseTo(97);
    expect(belowArmhole(120, 90, 200)).toBe(120);
    expect(belowArmhole(80, 90, 20)).toBe(80);
  });
});
