import { describe, expect, it } from 'vitest';
import { createMask } from './create-mask.ts';
import { createPlane } from './create-plane.ts';
import { requireSameSize } from './require-same-size.ts';

describe('createPlane and createMask', () => {
  it('fill every pixel', () => {
    expect(createPlane(2, 3, 0.5)).toEqual({
      width: 2,
      height: 3,
      data: Float32Array.of(0.5, 0.5, 0.5, 0.5, 0.5, 0.5),
    });
    expect(createMask(1, 2, 255).data).toEqual(Uint8Array.of(255, 255));
    expect(createMask(2, 1).data).toEqual(Uint8Array.of(0, 0));
  });

  it.each([
    [0, 1],
    [1, -1],
    [1.5, 2],
    [Number.NaN, 2],
  ])('refuse %d by %d pixels', (width, height) => {
    expect(() => createPlane(width, height)).toThrow(RangeError);
    expect(() => createMask(width, height)).toThrow(RangeError);
  });
});

describe('requireSameSize', () => {
  it('lets equal sizes pass and names different ones', () => {
    expect(() => requireSameSize(createPlane(2, 3), createMask(2, 3))).not.toThrow();
    expect(() => requireSameSize(createPlane(2, 3), createMask(3, 2))).toThrow('2 by 3 and 3 by 2');
  });
});
