import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { waistbandRelief } from './waistband-relief.ts';

describe('waistbandRelief', () => {
  it('draws one dark seam under the band', () => {
    const downs = Array.from({ length: 200 }, (_, i) => i / 1000);
    const darkest = downs.reduce((a, b) => (waistbandRelief(b) < waistbandRelief(a) ? b : a));
    expect(darkest).toBeGreaterThan(0.06);
    expect(darkest).toBeLessThan(0.08);
    expect(waistbandRelief(darkest)).toBeLessThan(0.85);
  });

  it('leaves the cloth further down as it is, and is never far from 1', () => {
    expect(waistbandRelief(0.2)).toBeCloseTo(1);
    fc.assert(
      fc.property(fc.double({ min: 0, max: 2, noNaN: true }), (down) => {
        const light = waistbandRelief(down);
        return light > 0.7 && light < 1.1;
      }),
    );
  });
});
