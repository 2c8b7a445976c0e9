import { describe, expect, it } from 'vitest';
import type { Constraint } from '../mesh/constraint.ts';
import { betweenHeld } from './between-held.ts';

function held(source: number, target: number): Constraint {
  return { source: { x: 0, y: source }, target: { x: target, y: 2 * source }, weight: 12, part: 1 };
}

describe('an edge between the places where it is held', () => {
  it('is held on the way from one to the next', () => {
    const between = betweenHeld([held(0, 10), held(30, 40), held(60, 40)]);
    expect(between.map(({ source }) => Math.round(source.y))).toEqual([10, 20, 40, 50]);
    expect(between.map(({ target }) => Math.round(target.x))).toEqual([20, 30, 40, 40]);
    for (const { weight, part } of between) expect([weight, part]).toEqual([12, 1]);
  });

  it('is held nowhere else', () => {
    expect(betweenHeld([held(0, 10)])).toEqual([]);
    expect(betweenHeld([])).toEqual([]);
  });
});
