import { describe, expect, it } from 'vitest';
import { handOnwards } from './limb-capsules.ts';

const end = (y: number) => ({ x: 50, y, radius: 10, along: 1 });

describe('handOnwards', () => {
  it('goes on from the wrist to a hand beyond it', () => {
    expect(handOnwards(end(80), end(90), end(105))).toEqual([end(90), end(105)]);
  });

  it("keeps the arm's direction where the hand is seen before the last station", () => {
    expect(handOnwards(end(80), end(90), end(84))).toEqual([end(84), end(90)]);
  });
});
