import { describe, expect, it } from 'vitest';
import { fitBodysuitHem, fitHem, naturalHem } from './fit-hem.ts';

const TORSO = 400;

describe('naturalHem', () => {
  it('leaves a cropped garment its own length', () => {
    expect(naturalHem(300, TORSO)).toBe(300);
  });

  it('draws full-length garments towards the usual length from both sides', () => {
    expect(naturalHem(400, TORSO)).toBeGreaterThan(400);
    expect(naturalHem(560, TORSO)).toBeLessThan(560);
  });
});

describe('fitHem', () => {
  it('keeps the natural length when no old top was seen', () => {
    expect(fitHem(430, { top: null, waistband: null }, TORSO)).toEqual({
      hem: 430,
      tuckedAt: null,
    });
  });

  it('tucks a full-length garment in where the old top was tucked in', () => {
    const fit = fitHem(450, { top: 380, waistband: 384 }, TORSO);
    expect(fit.tuckedAt).toBe(384);
    expect(fit.hem).toBe(450);
  });

  it('lengthens a slightly short garment to cover the old top', () => {
    expect(fitHem(430, { top: 480, waistband: null }, TORSO)).toEqual({ hem: 484, tuckedAt: null });
  });

  it('keeps a clearly shorter garment short', () => {
    expect(fitHem(220, { top: 420, waistband: 424 }, TORSO)).toEqual({ hem: 220, tuckedAt: null });
  });

  it('puts the hips of a bodysuit below the waistband', () => {
    const fit = fitBodysuitHem(250, { top: 300, waistband: 304 }, TORSO);
    expect(fit.tuckedAt).toBe(304);
    expect(fit.hem).toBeGreaterThan(304);
  });
});
