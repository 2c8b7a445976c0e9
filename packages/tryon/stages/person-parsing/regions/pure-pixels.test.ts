import { describe, expect, it } from 'vitest';
import { purePixels } from './pure-pixels.ts';

describe('purePixels', () => {
  it('leaves out the two columns on either side of an edge', () => {
    const labels = Uint8Array.from({ length: 10 * 3 }, (_, i) => (i % 10 < 5 ? 1 : 4));
    const pure = purePixels(labels, { width: 10, height: 3 });
    expect([...pure.subarray(10, 20)]).toEqual([1, 1, 1, 0, 0, 0, 0, 1, 1, 1]);
  });

  it('leaves out the five by five pixels around a speck', () => {
    const labels = new Uint8Array(9 * 9);
    labels[40] = 2;
    const pure = purePixels(labels, { width: 9, height: 9 });
    expect(pure.reduce((sum, value) => sum + value, 0)).toBe(81 - 25);
    expect(pure[20]).toBe(0);
    expect(pure[10]).toBe(1);
  });
});
