import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { roundChain } from './round-chain.ts';

const end = (x: number, y: number, radius: number, along: number) => ({ x, y, radius, along });

describe('the rounded chain of a limb', () => {
  it('passes through every cross-section that was measured', () => {
    const place = fc.integer({ min: -500, max: 500 });
    const section = fc.record({
      x: place,
      y: place,
      radius: fc.integer({ min: 1, max: 90 }),
    });
    fc.assert(
      fc.property(fc.array(section, { minLength: 2, maxLength: 12 }), (sections) => {
        const chain = sections.map((one, i) => ({ ...one, along: i / sections.length }));
        const rounded = roundChain(chain);
        const step = (rounded.length - 1) / (chain.length - 1);
        chain.forEach((one, i) => {
          expect(rounded[i * step]).toEqual(one);
        });
      }),
    );
  });

  it('leaves a straight taper as it is', () => {
    const rounded = roundChain([0, 1, 2, 3].map((i) => end(10 * i, 20, 12 - 2 * i, i / 3)));
    for (const { x, y, radius, along } of rounded.slice(2, -2)) {
      expect(y).toBeCloseTo(20);
      expect(radius).toBeCloseTo(12 - x / 5);
      expect(along).toBeCloseTo(x / 30);
    }
  });

  it('turns round a corner', () => {
    const rounded = roundChain([end(0, 0, 5, 0), end(10, 0, 5, 0.5), end(10, 10, 5, 1)]);
    expect(Math.max(...rounded.map(({ x }) => x))).toBeGreaterThan(10);
  });
});
