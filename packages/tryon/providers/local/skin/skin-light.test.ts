import { describe, expect, it } from 'vitest';
import { brightnessOf } from './skin-light.ts';

const FROM_RIGHT = { x: 0.1, y: 0, outer: -0.2, inner: -0.2 };

describe('brightnessOf', () => {
  it('is brighter on the lit side', () => {
    expect(brightnessOf(FROM_RIGHT, 0.6, 0, 0.6)).toBeGreaterThan(
      brightnessOf(FROM_RIGHT, -0.6, 0, -0.6),
    );
  });

  it('falls towards both rims without side light', () => {
    const even = { x: 0, y: 0, outer: -0.2, inner: -0.2 };
    const middle = brightnessOf(even, 0, 0, 0);
    expect(brightnessOf(even, 0.95, 0, 0.95)).toBeLessThan(middle - 0.1);
    expect(brightnessOf(even, -0.95, 0, -0.95)).toBe(brightnessOf(even, 0.95, 0, 0.95));
  });

  it('is dark on the side that faces the body, as far as the limb stands clear of it', () => {
    const beside = { x: 0, y: 0, outer: -0.1, inner: -0.3 };
    const away = brightnessOf(beside, -0.7, 0, -0.7);
    const towards = brightnessOf(beside, 0.7, 0, 0.7);
    expect(towards).toBeLessThan(away - 0.09);
    expect(brightnessOf(beside, 0.7, 0, 0.7, 0.5)).toBeCloseTo((1 + towards) / 2, 6);
    expect(brightnessOf(beside, 0.7, 0, 0.7, 0)).toBe(1);
  });

  it('is 1 on the middle line', () => {
    expect(brightnessOf({ x: 0, y: 0, outer: -0.2, inner: -0.2 }, 0, 0, 0)).toBe(1);
  });
});
