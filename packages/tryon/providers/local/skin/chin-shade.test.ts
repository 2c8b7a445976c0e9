import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TorsoFrame } from '../../../person-analysis.ts';
import { createChinShade } from './chin-shade.ts';

const frame = { shoulderWidth: 200 } as TorsoFrame;
const shade = createChinShade({ chin: { x: 100, y: 50 }, faceUp: { x: 0, y: -1 }, frame });

describe('the shade under a chin', () => {
  it('is deepest under the chin, and gone at the collar bones and beside the neck', () => {
    expect(shade(100, 54)).toBeCloseTo(0.8);
    expect(shade(100, 84)).toBe(1);
    expect(shade(170, 54)).toBe(1);
  });

  it('goes on without an edge where the neck rises beside the jaw', () => {
    expect(shade(130, 40)).toBeCloseTo(shade(130, 51));
    expect(shade(130, 40)).toBeLessThan(0.9);
  });

  it('gets lighter downwards all the way, and turns with the head', () => {
    const tilted = createChinShade({ chin: { x: 0, y: 0 }, faceUp: { x: 0.6, y: -0.8 }, frame });
    const down = fc.double({ min: 0, max: 50, noNaN: true });
    fc.assert(
      fc.property(down, down, (one, two) => {
        const [near, far] = one < two ? [one, two] : [two, one];
        expect(shade(100, 50 + near)).toBeLessThanOrEqual(shade(100, 50 + far) + 1e-9);
        expect(tilted(-0.6 * one, 0.8 * one)).toBeCloseTo(shade(100, 50 + one));
      }),
    );
  });
});
