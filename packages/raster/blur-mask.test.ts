import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blurMask } from './blur-mask.ts';
import { gaussianBlur } from './gaussian-blur.ts';
import type { Mask } from './types.ts';

const masks = fc
  .record({ width: fc.integer({ min: 1, max: 30 }), height: fc.integer({ min: 1, max: 30 }) })
  .chain(({ width, height }) =>
    fc
      .array(fc.constantFrom(0, 0, 0, 1, 255), {
        minLength: width * height,
        maxLength: width * height,
      })
      .map((values): Mask => ({ width, height, data: Uint8Array.from(values) })),
  );

describe('blurMask', () => {
  it('gives the very bits of a blurred plane of ones and zeros', () => {
    const sigmas = fc.double({ min: 0, max: 4, noNaN: true });
    fc.assert(
      fc.property(masks, sigmas, ({ width, height, data }, sigma) => {
        const plane = { width, height, data: Float32Array.from(data, (is) => (is ? 1 : 0)) };
        expect(blurMask({ width, height, data }, sigma)).toEqual(gaussianBlur(plane, sigma));
      }),
    );
  });

  it('refuses a sigma that is no width', () => {
    const mask = { width: 1, height: 1, data: new Uint8Array(1) };
    expect(() => blurMask(mask, -1)).toThrow(RangeError);
    expect(() => blurMask(mask, Number.NaN)).toThrow(RangeError);
  });
});
