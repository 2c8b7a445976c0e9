import { describe, expect, it } from 'vitest';
import { releaseBytes } from './release-bytes.ts';

describe('releasing bytes', () => {
  it('empties an array that has its buffer to itself', () => {
    const bytes = Uint8Array.of(1, 2, 3);
    releaseBytes(bytes);
    expect(bytes.length).toBe(0);
  });

  it('leaves a part of a larger buffer as it is', () => {
    const whole = Uint8Array.of(1, 2, 3);
    releaseBytes(whole.subarray(1));
    expect([...whole]).toEqual([1, 2, 3]);
  });
});
