import { describe, expect, it } from 'vitest';
import { brightnessOf } from './skin-light.ts';

const FROM_RIGHT = { x: 0.1, y: 0, rim: -0.2, inner: 0 };

describe('brightnessOf', () => {
  it('is brighter on the lit side', () => {
    expect(brightnessOf(FROM_RIGHT, 0.6, 0)).toBeGreaterThan(brightnessOf(FROM_RIGHT, -0.6, 0));
  });

  it('falls towards both rims without side light', () => {
    const even = { x: 0, y: 0, rim: -0.2, inner: 0 };
    const middle = brightnessOf(even, 0, 0);
    expect(brightnessOf(even, 0.95, 0)).toBeLessThan(middle - 0.1);
    expect(brightnessOf(even, -0.95, 0)).toBe(brightnessOf(even, 0.95, 0));
  });

  it('is dark on the side that faces the body, beyond what its rim makes it', () => {
    const beside = { x: 0, y: 0, rim: -0.1, inner: -0.2 };
    expect(brightnessOf(beside, 0.7, 0, 0.7)).toBeLessThan(
      brightnessOf(beside, -0.7, 0, -0.7) - 0.1,
    );
  });

  it('is 1 on the best lit line', () => {
    expect(brightnessOf({ x: 0, y: 0, rim: -0.2, inner: -0.2 }, 0, 0, 0)).toBe(1);
  });
});
