import { describe, expect, it } from 'vitest';
import type { Pose } from '../../../pose.ts';
import { downArm } from './courses.ts';

/** An arm at the picture's left that hangs from (50, 0) to (50, 40) and goes on level to (90, 40). */
function bentArm(): Pose {
  const landmarks = Array.from({ length: 33 }, () => ({ x: 90, y: 40, z: 0, visibility: 1 }));
  landmarks[12] = { x: 50, y: 0, z: 0, visibility: 1 };
  landmarks[14] = { x: 50, y: 40, z: 0, visibility: 1 };
  return { landmarks } as unknown as Pose;
}

describe('the course of a sleeve', () => {
  const { axesAt: at } = downArm(bentArm(), 0);

  it('is that of the arm’s nearer bone', () => {
    expect(at(45, 20)?.down).toEqual({ x: 0, y: 1 });
    expect(at(80, 45)?.down).toEqual({ x: 1, y: 0 });
  });

  it('has no sides at the rounding of the shoulder', () => {
    expect(at(45, 4)).toBeNull();
    expect(at(60, -5)).toBeNull();
  });

  it('has its sides at right angles', () => {
    for (const [x, y] of [
      [45, 20],
      [80, 45],
    ] as const) {
      const { right, down } = at(x, y)!;
      expect(right.x * down.x + right.y * down.y).toBeCloseTo(0);
      expect(Math.hypot(right.x, right.y)).toBeCloseTo(1);
    }
  });
});
