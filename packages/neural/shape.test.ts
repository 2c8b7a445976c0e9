import { describe, expect, it } from 'vitest';
import { broadcastShape, elementCount } from './shape.ts';

describe('shapes', () => {
  it('count one element in a scalar and none where a dimension is empty', () => {
    expect(elementCount([])).toBe(1);
    expect(elementCount([2, 3, 4])).toBe(24);
    expect(elementCount([2, 0])).toBe(0);
  });

  it('broadcast from the innermost dimension outwards', () => {
    expect(broadcastShape([1, 8, 4, 4], [8, 1, 1])).toEqual([1, 8, 4, 4]);
    expect(broadcastShape([], [2])).toEqual([2]);
    expect(broadcastShape([0], [1])).toEqual([0]);
  });

  it('refuse to broadcast 2 against 3', () => {
    expect(() => broadcastShape([2], [3])).toThrow('do not broadcast');
  });
});
