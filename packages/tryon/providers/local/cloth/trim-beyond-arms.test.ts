import { createMask } from '@proteus/raster/create-mask.ts';
import { createPlane } from '@proteus/raster/create-plane.ts';
import { describe, expect, it } from 'vitest';
import { createCapsules, drawCapsule } from '../body/capsules.ts';
import type { LimbCapsules } from '../body/limb-capsules.ts';
import { trimBeyondArms } from './trim-beyond-arms.ts';

const SIZE = 200;
const ELBOW = 120;

/** Cloth from column to column, trimmed at an arm down column 130 whose forearm crosses to the left. */
function trimmed(to: number, before: boolean, trunkTo = 0) {
  const limbs = { ...createCapsules({ width: SIZE, height: SIZE }), elbows: [0.5, 0.5] };
  const shoulder = { x: 130, y: 20, radius: 15, along: 0 };
  const elbow = { x: 130, y: ELBOW, radius: 15, along: 0.5 };
  drawCapsule(limbs, shoulder, elbow, 1);
  drawCapsule(limbs, elbow, { x: 60, y: 150, radius: 12, along: 1 }, 1);
  const torso = createPlane(SIZE, SIZE);
  const trunk = createMask(SIZE, SIZE);
  for (let y = 0; y < SIZE; y++) {
    torso.data.fill(1, y * SIZE + 60, y * SIZE + to);
    trunk.data.fill(255, y * SIZE, y * SIZE + trunkTo);
  }
  trimBeyondArms(torso, limbs as unknown as LimbCapsules, trunk, [false, before]);
  return (x: number, y: number) => torso.data[y * SIZE + x]!;
}

describe('a torso behind a bare arm', () => {
  it('does not show on its far side, and keeps what lies between', () => {
    const at = trimmed(170, true);
    expect(at(150, 80)).toBe(0);
    expect(at(100, 80)).toBe(1);
    expect(at(130, 80)).toBe(1);
  });

  it('comes out from behind the elbow little by little', () => {
    const at = trimmed(170, true);
    expect(at(146, ELBOW + 30)).toBe(1);
    expect(at(165, ELBOW + 30)).toBe(0);
  });

  it('shows there where the arm hangs beside it, or the trunk itself is that wide', () => {
    expect(trimmed(170, false)(150, 80)).toBe(1);
    expect(trimmed(170, true, 160)(150, 80)).toBe(1);
  });
});
