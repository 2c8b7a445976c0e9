import { describe, expect, it } from 'vitest';
import { coveringShare, fitBodysuitHem, fitHem, naturalHem } from './fit-hem.ts';

const TORSO = 400;

describe('naturalHem', () => {
  it('leaves a cropped garment its own length', () => {
    expect(naturalHem(300, TORSO, 0)).toBe(300);
  });

  it('draws full-length garments towards the usual length from both sides', () => {
    expect(naturalHem(400, TORSO, 1)).toBeGreaterThan(400);
    expect(naturalHem(560, TORSO, 1)).toBeLessThan(560);
  });
});

describe('coveringShare', () => {
  it('tells a bralette from a boxy tee by their proportions', () => {
    expect(coveringShare(88, 100)).toBe(0);
    expect(coveringShare(130, 100)).toBe(1);
  });

  it('lets a boxy tee reach the waist although its scaled length does not', () => {
    expect(naturalHem(300, TORSO, 1)).toBeGreaterThanOrEqual(0.95 * TORSO);
  });
});

describe('fitHem', () => {
  it('keeps the natural length when no old top was seen', () => {
    expect(fitHem(430, { top: null, waistband: null, isDress: false }, TORSO, 1)).toEqual({
      hem: 430,
      tuckedAt: null,
    });
  });

  it('tucks a full-length garment in where the old top was tucked in', () => {
    const fit = fitHem(450, { top: 340, waistband: 344, isDress: false }, TORSO, 1);
    expect(fit.tuckedAt).toBe(344);
    expect(fit.hem).toBe(450);
  });

  it('tucks nothing in over a bare midriff: a cropped top hangs at its own length, or as low as another one', () => {
    const old = { top: 240, waistband: 330, isDress: false };
    for (const [natural, hem] of [
      [260, 260],
      [230, 240],
      [180, 180],
    ] as const) {
      expect(fitHem(natural, old, TORSO, 0)).toEqual({ hem, tuckedAt: null });
    }
  });

  it('reaches well under a waistband, which may slant, with a top that is hardly long enough', () => {
    const fit = fitHem(340, { top: 340, waistband: 344, isDress: false }, TORSO, 1);
    expect(fit.tuckedAt).not.toBeNull();
    expect(fit.hem - fit.tuckedAt!).toBeGreaterThan(0.05 * TORSO);
  });

  it.each([
    ['a slightly shorter', 430],
    ['a slightly longer', 540],
  ])('hangs %s garment as low as the old top hung', (_, natural) => {
    const old = { top: 480, waistband: 484, isDress: false };
    expect(fitHem(natural, old, TORSO, 0)).toEqual({ hem: 480, tuckedAt: null });
  });

  it('lets a tunic hang lower than a top that ended at the hips', () => {
    const { hem, tuckedAt } = fitHem(540, { top: 380, waistband: null, isDress: false }, TORSO, 1);
    expect(tuckedAt).toBeNull();
    expect(hem).toBeGreaterThan(440);
    expect(hem).toBeLessThan(540);
  });

  it('stretches a covering garment further than a cropped one', () => {
    const old = { top: 480, waistband: null, isDress: false };
    expect(fitHem(320, old, TORSO, 1)).toEqual({ hem: 480, tuckedAt: null });
    expect(fitHem(320, old, TORSO, 0)).toEqual({ hem: 320, tuckedAt: null });
  });

  it('lets a cropped garment hang free over a bare midriff', () => {
    const old = { top: 240, waistband: 330, isDress: false };
    expect(fitHem(300, old, TORSO, 0)).toEqual({ hem: 300, tuckedAt: null });
    expect(fitHem(400, old, TORSO, 1).tuckedAt).toBe(330);
  });

  it('keeps a clearly shorter garment short', () => {
    expect(fitHem(220, { top: 420, waistband: 424, isDress: false }, TORSO, 0)).toEqual({
      hem: 220,
      tuckedAt: null,
    });
  });

  it('lets a cropped garment end above the waist where the old top was tucked in', () => {
    const old = { top: 330, waistband: 332, isDress: false };
    expect(fitHem(270, old, TORSO, 0)).toEqual({ hem: 270, tuckedAt: null });
    expect(fitHem(310, old, TORSO, 0).tuckedAt).toBe(332);
    expect(fitHem(270, old, TORSO, 1).tuckedAt).toBe(330);
  });

  it('puts the hips of a bodysuit below the waistband', () => {
    const fit = fitBodysuitHem(250, { top: 300, waistband: 304, isDress: false }, TORSO);
    expect(fit.tuckedAt).toBe(304);
    expect(fit.hem).toBeGreaterThan(304);
  });

  it('over a dress is where the garment ends: nothing of the dress tells how long a top is', () => {
    const dress = { top: 490, waistband: 492, isDress: true };
    expect(fitHem(540, dress, TORSO, 1)).toEqual({ hem: 540, tuckedAt: null });
    expect(fitHem(300, dress, TORSO, 0)).toEqual({ hem: 300, tuckedAt: null });
  });
});
