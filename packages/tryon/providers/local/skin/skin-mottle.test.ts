import { describe, expect, it } from 'vitest';
import { createMottle } from './skin-mottle.ts';

function rangeOf(data: Float32Array): readonly [low: number, high: number] {
  return [
    data.reduce((least, value) => Math.min(least, value)),
    data.reduce((most, value) => Math.max(most, value)),
  ];
}

describe('createMottle', () => {
  it('is the same every time, uneven, and slight', () => {
    const { brightness, redness } = createMottle(120, 80, 100);
    expect(createMottle(120, 80, 100)).toEqual({ brightness, redness });
    const [low, high] = rangeOf(brightness.data);
    expect(high - low).toBeGreaterThan(0.005);
    expect(low).toBeGreaterThan(0.95);
    expect(high).toBeLessThan(1.05);
    const [pale, red] = rangeOf(redness.data);
    expect(red - pale).toBeGreaterThan(0.5);
    expect(pale).toBeGreaterThan(-4);
    expect(red).toBeLessThan(4);
  });
});
