import { describe, expect, it } from 'vitest';
import type { ArmJoints } from './body-side.ts';
import { pointOnArm } from './limb-path.ts';

/** Straight down 100 pixels, then 80 to the right. */
const BENT: ArmJoints = {
  shoulder: { x: 0, y: 0 },
  elbow: { x: 0, y: 100 },
  wrist: { x: 80, y: 100 },
  knuckles: { x: 100, y: 100 },
  upperLength: 100,
  lowerLength: 80,
};

describe('pointOnArm', () => {
  it('runs along the bones away from the elbow', () => {
    expect(pointOnArm(BENT, 40, 10)).toMatchObject({ x: 0, tangent: { x: 0, y: 1 } });
    const forearm = pointOnArm(BENT, 150, 10);
    expect(forearm.x).toBeCloseTo(50);
    expect(forearm.y).toBeCloseTo(100);
  });

  it('rounds the elbow', () => {
    const elbow = pointOnArm(BENT, 100, 20);
    expect(elbow.x).toBeGreaterThan(0);
    expect(elbow.y).toBeLessThan(100);
    expect(elbow.tangent.x).toBeCloseTo(Math.SQRT1_2);
    expect(elbow.tangent.y).toBeCloseTo(Math.SQRT1_2);
  });

  it('tells the direction at a place that is not rounded, too', () => {
    const { tangent } = pointOnArm(BENT, 10, 0);
    expect(Math.hypot(tangent.x, tangent.y)).toBeCloseTo(1, 9);
  });
});
