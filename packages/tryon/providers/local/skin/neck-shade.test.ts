import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TorsoFrame } from '../../../person-analysis.ts';
import { createNeckShade } from './neck-shade.ts';

const chin = { x: 100, y: 50 };
const frame = { shoulderWidth: 200, shoulderMiddle: { x: 100, y: 150 } } as TorsoFrame;
const evenly = createNeckShade({ chin, frame }, 0, 1);

describe('the shade on a neck', () => {
  it('is deepest under the chin, and gone at the pit of the throat and on the shoulders', () => {
    expect(evenly(100, 52)).toBeCloseTo(0.78);
    expect(evenly(100, 150)).toBe(1);
    expect(evenly(170, 110)).toBe(1);
  });

  it('goes on without an edge where the neck rises beside the jaw', () => {
    expect(evenly(125, 40)).toBeCloseTo(evenly(125, 50));
    expect(evenly(125, 40)).toBeLessThan(0.9);
  });

  it('gets lighter down its middle all the way', () => {
    const down = fc.double({ min: 0, max: 120, noNaN: true });
    fc.assert(
      fc.property(down, down, (one, two) => {
        const [near, far] = one < two ? [one, two] : [two, one];
        expect(evenly(100, 50 + near)).toBeLessThanOrEqual(evenly(100, 50 + far) + 1e-9);
      }),
    );
  });

  it('lies on the side that is turned from the light', () => {
    const fromRight = createNeckShade({ chin, frame }, 1, 1);
    const fromLeft = createNeckShade({ chin, frame }, -1, 1);
    expect(fromRight(120, 80)).toBeGreaterThan(fromRight(80, 80) + 0.1);
    expect(fromLeft(80, 80)).toBeCloseTo(fromRight(120, 80));
  });

  it('leans with the neck', () => {
    const leaning = { ...frame, shoulderMiddle: { x: 160, y: 130 } };
    const shade = createNeckShade({ chin, frame: leaning }, 1, 1);
    expect(shade(100 + 0.6 * 30 + 0.8 * 10, 50 + 0.8 * 30 - 0.6 * 10)).toBeCloseTo(
      createNeckShade({ chin, frame }, 1, 1)(110, 80),
    );
  });

  it('is shallower on skin that light and shade change less', () => {
    expect(createNeckShade({ chin, frame }, 1, 0)(110, 60)).toBe(1);
    expect(1 - createNeckShade({ chin, frame }, 0, 0.5)(100, 52)).toBeCloseTo(0.11);
  });
});
