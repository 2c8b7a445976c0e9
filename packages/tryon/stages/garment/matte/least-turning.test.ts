import type { Point } from '@proteus/raster/types.ts';
import { describe, expect, it } from 'vitest';
import { leastTurning } from './least-turning.ts';

const SPACING = 3;
const STIFFNESS = 8;

/** A row of points, each moved up or down by what `waver` says. */
const row = (count: number, waver: (n: number) => number): Point[] =>
  Array.from({ length: count }, (_, n) => ({ x: SPACING * n, y: waver(n) }));

const alike = (count: number, weight: number) => new Float64Array(count).fill(weight);

describe('leastTurning', () => {
  it('makes straight what merely wavers', () => {
    const wavy = row(60, (n) => 3 * Math.sin(n / 2));
    const curve = leastTurning(wavy, alike(60, 0.01), STIFFNESS, SPACING);
    const heights = curve.map(({ y }) => y);
    expect(Math.max(...heights) - Math.min(...heights)).toBeLessThan(1);
  });

  it('holds to points that weigh much', () => {
    const wavy = row(60, (n) => 3 * Math.sin(n / 2));
    const curve = leastTurning(wavy, alike(60, 100), STIFFNESS, SPACING);
    for (const [n, { y }] of curve.entries()) expect(y).toBeCloseTo(wavy[n]!.y, 0);
  });

  it('keeps a corner', () => {
    const corner = row(60, (n) => SPACING * Math.abs(n - 30));
    const curve = leastTurning(corner, alike(60, 0.01), STIFFNESS, SPACING);
    expect(curve[30]!.y).toBeLessThan(4);
  });

  it('keeps a gentle bend', () => {
    const bent = row(60, (n) => (n - 30) ** 2 / 60);
    const weights = alike(60, 0.01);
    weights[0] = weights[59] = 1000;
    const curve = leastTurning(bent, weights, STIFFNESS, SPACING);
    for (const [n, { y }] of curve.entries()) expect(Math.abs(y - bent[n]!.y)).toBeLessThan(1.5);
  });
});
