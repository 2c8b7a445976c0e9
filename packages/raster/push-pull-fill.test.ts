import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createMask } from './create-mask.ts';
import { pushPullFill } from './push-pull-fill.ts';

const pictures = fc
  .record({ width: fc.integer({ min: 1, max: 11 }), height: fc.integer({ min: 1, max: 11 }) })
  .chain(({ width, height }) =>
    fc.record({
      width: fc.constant(width),
      height: fc.constant(height),
      values: fc.array(fc.nat(255), {
        minLength: width * height * 3,
        maxLength: width * height * 3,
      }),
      known: fc.array(fc.constantFrom(0, 0, 0, 255), {
        minLength: width * height,
        maxLength: width * height,
      }),
    }),
  );

describe('pushPullFill', () => {
  it('keeps known pixels and stays between the least and the greatest known value', () => {
    fc.assert(
      fc.property(pictures, ({ width, height, values, known }) => {
        fc.pre(known.some((value) => value !== 0));
        const image = { width, height, data: Uint8Array.from(values) };
        const filled = pushPullFill(image, { width, height, data: Uint8Array.from(known) });
        for (let k = 0; k < 3; k++) {
          const kept = values.filter((_, i) => i % 3 === k && known[Math.floor(i / 3)] !== 0);
          for (let i = 0; i < known.length; i++) {
            const value = filled.data[i * 3 + k]!;
            if (known[i] !== 0) expect(value).toBe(values[i * 3 + k]);
            expect(value).toBeGreaterThanOrEqual(Math.min(...kept));
            expect(value).toBeLessThanOrEqual(Math.max(...kept));
          }
        }
      }),
    );
  });

  it('carries one known pixel everywhere', () => {
    const known = createMask(9, 5);
    known.data[31] = 1;
    const image = { width: 9, height: 5, data: new Uint8Array(135) };
    image.data.set([200, 100, 7], 93);
    const { data } = pushPullFill(image, known);
    for (let i = 0; i < 45; i++) {
      expect(Array.from(data.subarray(i * 3, i * 3 + 3))).toEqual([200, 100, 7]);
    }
  });

  it('runs smoothly from one side of a gap to the other', () => {
    const width = 64;
    const known = createMask(width, 1);
    known.data[0] = 1;
    known.data[63] = 1;
    const image = { width, height: 1, data: new Uint8Array(width * 3) };
    image.data.fill(200, 63 * 3);
    const { data } = pushPullFill(image, known);
    for (let x = 1; x < width; x++) {
      expect(data[x * 3]! - data[x * 3 - 3]!).toBeGreaterThanOrEqual(0);
      expect(data[x * 3]! - data[x * 3 - 3]!).toBeLessThan(40);
    }
  });

  it('leaves a whole picture alone, makes an unknown one black, refuses other sizes', () => {
    const image = { width: 2, height: 1, data: Uint8Array.of(1, 2, 3, 4, 5, 6) };
    expect(pushPullFill(image, createMask(2, 1, 255))).toEqual(image);
    expect(pushPullFill(image, createMask(2, 1)).data).toEqual(new Uint8Array(6));
    expect(() => pushPullFill(image, createMask(1, 1))).toThrow(RangeError);
  });
});
