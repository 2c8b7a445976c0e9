import { describe, expect, it } from 'vitest';
import { fitHem } from './fit-hem.ts';
import { fitTuck, uncoversWaistband } from './fit-tuck.ts';

const TORSO = 400;
const tucked = { top: 340, waistband: 344, isDress: false };
const hanging = { top: 480, waistband: 484, isDress: false };

describe('fitTuck', () => {
  it('does as the person does when nobody asks', () => {
    for (const old of [tucked, hanging, { top: null, waistband: null, isDress: false }]) {
      expect(fitTuck('auto', 430, old, TORSO, 1)).toEqual(fitHem(430, old, TORSO, 1));
    }
  });

  it('tucks in over the hip bones where the old top hangs over the waistband', () => {
    const fit = fitTuck('in', 440, hanging, TORSO, 1);
    expect(fit.tuckedAt).toBe(0.88 * TORSO);
    expect(fit.hem).toBeGreaterThan(fit.tuckedAt!);
    expect(uncoversWaistband(fit, hanging, TORSO)).toBe(true);
  });

  it('tucks in at the waistband that is seen', () => {
    const fit = fitTuck('in', 440, tucked, TORSO, 1);
    expect(fit.tuckedAt).toBe(344);
    expect(uncoversWaistband(fit, tucked, TORSO)).toBe(false);
  });

  it('hangs a tucked top over the waistband', () => {
    const fit = fitTuck('out', 440, tucked, TORSO, 1);
    expect(fit).toEqual({ hem: 440, tuckedAt: null });
    expect(fitTuck('out', 350, tucked, TORSO, 1).hem).toBeGreaterThan(370);
    expect(fitTuck('out', 440, hanging, TORSO, 1)).toEqual(fitHem(440, hanging, TORSO, 1));
  });

  it('leaves alone what cannot be tucked: a cropped top, a photo without lower clothes', () => {
    expect(fitTuck('in', 200, hanging, TORSO, 0).tuckedAt).toBeNull();
    expect(
      fitTuck('in', 440, { top: 480, waistband: null, isDress: false }, TORSO, 1).tuckedAt,
    ).toBeNull();
  });
});
