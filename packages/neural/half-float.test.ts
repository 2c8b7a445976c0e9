import { describe, expect, it } from 'vitest';
import { halfToFloat } from './half-float.ts';

describe('halfToFloat', () => {
  it('widens every one of the 65,536 halves as the engine itself does', () => {
    const halves = Uint16Array.from({ length: 65_536 }, (_, bits) => bits);
    const expected = Float32Array.from(new Float16Array(halves.buffer));
    expect(halfToFloat(new Uint8Array(halves.buffer))).toEqual(expected);
  });

  it('reads from odd addresses', () => {
    expect(Array.from(halfToFloat(Uint8Array.of(9, 0x00, 0x3c, 0x00, 0xc0).subarray(1)))).toEqual([
      1, -2,
    ]);
  });

  it('refuses half a half', () => {
    expect(() => halfToFloat(Uint8Array.of(0))).toThrow(RangeError);
  });
});
