import { describe, expect, it } from 'vitest';
import { intersectionOverUnion } from './intersection-over-union.ts';

describe('intersectionOverUnion', () => {
  it('counts what both maps show against what either shows, each by its own numbers', () => {
    const truth = { data: Uint8Array.of(0, 5, 7, 7, 1), labels: [5, 7] };
    const found = { data: Uint8Array.of(9, 9, 9, 0, 0), labels: [9] };
    expect(intersectionOverUnion(truth, found)).toBe(2 / 4);
  });

  it('is not a number of what nobody shows', () => {
    const nothing = { data: Uint8Array.of(0, 0), labels: [3] };
    expect(intersectionOverUnion(nothing, nothing)).toBeNaN();
  });
});
