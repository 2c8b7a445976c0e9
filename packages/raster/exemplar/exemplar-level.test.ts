import { describe, expect, it } from 'vitest';
import { levelOf, placeInLevel, shrinkLevel } from './exemplar-level.ts';
import { ROLE } from './role.ts';
import { wholePatches } from './whole-patches.ts';

const { hole, unseen, context, source } = ROLE;

describe('shrinkLevel', () => {
  it('averages what is known and is source only where all four pixels are', () => {
    const roles = [source, source, source, hole, source, source, unseen, context];
    const data = roles.flatMap((role, i) => (role === hole ? [255, 255, 255] : [10 * i, 0, 0]));
    const level = shrinkLevel(
      levelOf(
        { width: 4, height: 2, data: Uint8Array.from(data) },
        { width: 4, height: 2, data: Uint8Array.from(roles) },
      ),
    );
    const [left, right] = [placeInLevel(level, 0, 0), placeInLevel(level, 1, 0)];
    expect([level.roles[left], level.roles[right]]).toEqual([source, hole]);
    expect(level.data[left * 3]).toBe((0 + 10 + 40 + 50) / 4);
    expect(level.data[right * 3]).toBe((20 + 70) / 2);
  });

  it('takes a pixel for known where most of it is, and for unseen where it is not', () => {
    const roles = [source, context, unseen, unseen, unseen, context, source, unseen];
    const data = new Uint8Array(roles.length * 3);
    const level = shrinkLevel(
      levelOf({ width: 4, height: 2, data }, { width: 4, height: 2, data: Uint8Array.from(roles) }),
    );
    expect(level.roles[placeInLevel(level, 0, 0)]).toBe(context);
    expect(level.roles[placeInLevel(level, 1, 0)]).toBe(unseen);
  });
});

describe('wholePatches', () => {
  it('finds the one patch of seven by seven in a square of seven', () => {
    const data = new Uint8Array(10 * 9).map((_, i) =>
      i % 10 >= 2 && i % 10 < 9 && i >= 20 ? 1 : 0,
    );
    const whole = wholePatches({ width: 10, height: 9, data });
    expect(whole.indexOf(1)).toBe(5 * 10 + 5);
    expect(whole.lastIndexOf(1)).toBe(5 * 10 + 5);
  });
});
