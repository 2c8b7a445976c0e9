import { PART } from '@proteus/contracts/person-parts.ts';
import { createPlane } from '@proteus/raster/create-plane.ts';
import { describe, expect, it } from 'vitest';
import type { PersonAnalysis } from '../../../person-analysis.ts';
import { holdShoulderCap } from './shoulder-cap.ts';

const SIZE = 200;

/** A person who fills the picture. */
function everywhere(): PersonAnalysis {
  const parts = {
    width: SIZE,
    height: SIZE,
    data: new Uint8Array(SIZE * SIZE).fill(PART['upper-clothes']),
  };
  return {
    parts,
    pose: { personMask: createPlane(SIZE, SIZE, 1) },
  } as unknown as PersonAnalysis;
}

/** The rounding of a shoulder at the picture's right, whose joint is at 100, 100. */
function capWithTipAt(tip: { x: number; y: number }) {
  const flat = { centre: { x: 60, y: 140 }, tip: { x: 60, y: 60 }, edge: { x: 130, y: 120 } };
  const worn = {
    centre: { x: 100, y: 100 },
    tip,
    edge: { x: 125, y: 150 },
    outwards: { x: 1, y: 0 },
  };
  const bare = { slimness: 1, widest: 1.1 };
  return holdShoulderCap(createPlane(SIZE, SIZE, 1), everywhere(), bare, flat, worn, 3);
}

describe('the rounding of a shoulder', () => {
  it.each([
    ['above the joint', { x: 102, y: 80 }],
    ['inside the joint, as on a turned body', { x: 90, y: 82 }],
  ])('runs over the outside with the tip %s', (_where, tip) => {
    const targets = capWithTipAt(tip).map(({ target }) => target);
    expect(targets).toHaveLength(7);
    expect(targets.at(-1)!.x).toBeGreaterThan(110);
    for (const { x } of targets) {
      expect(x).toBeGreaterThan(tip.x);
      // ... and stands off no further than the arm does.
      expect(x).toBeLessThan(127);
    }
    // From a tip inside the joint it rises over the joint's top first.
    for (let i = 2; i < targets.length; i++) {
      expect(targets[i]!.y).toBeGreaterThan(targets[i - 1]!.y);
    }
  });
});
