import { createMask } from '@proteus/raster/create-mask.ts';
import { createPlane } from '@proteus/raster/create-plane.ts';
import { describe, expect, it } from 'vitest';
import type { TorsoFrame } from '../../../person-analysis.ts';
import { createCapsules, drawCapsule } from './capsules.ts';
import type { LimbCapsules } from './limb-capsules.ts';
import { widenRibs } from './ribs-under-hem.ts';

const SIZE = 300;
const HEM = 100;
const frame = { shoulderWidth: 150, torsoLength: 200 } as TorsoFrame;

/** Ends of each row of a trunk of columns 110 to 189 under a crop top that reaches so far out to either side; an arm stands at the right. */
function ribsUnder(out: number, room: number, armAt: number | null = null) {
  const trunk = createMask(SIZE, SIZE);
  const torso = createPlane(SIZE, SIZE);
  for (let y = 0; y < SIZE; y++) {
    trunk.data.fill(255, y * SIZE + 110, y * SIZE + 190);
    if (y < HEM) torso.data.fill(1, y * SIZE + 110 - out, y * SIZE + 190 + out);
  }
  const limbs = createCapsules({ width: SIZE, height: SIZE });
  if (armAt !== null) {
    const end = { x: armAt, radius: 10, along: 0 };
    drawCapsule(limbs, { ...end, y: 0 }, { ...end, y: SIZE, along: 1 }, 1);
  }
  widenRibs(trunk, torso, limbs as LimbCapsules, frame, room);
  return (y: number) => {
    const row = trunk.data.subarray(y * SIZE, (y + 1) * SIZE);
    return [row.indexOf(255), row.lastIndexOf(255)];
  };
}

describe('ribs below a close crop top', () => {
  it('come as far as its hem, and narrow to the waist', () => {
    const at = ribsUnder(8, 150);
    expect(at(HEM)).toEqual([104, 195]);
    expect(at(HEM + 20)[0]).toBeGreaterThan(104);
    expect(at(HEM + 60)).toEqual([110, 189]);
    for (let y = HEM; y < HEM + 60; y++) expect(at(y + 1)[0]).toBeGreaterThanOrEqual(at(y)[0]!);
  });

  it('are as guessed where the waistband begins, however near that is', () => {
    expect(ribsUnder(8, 15)(HEM + 15)).toEqual([110, 189]);
  });

  it('stay as they are under a hem that is no wider', () => {
    expect(ribsUnder(0, 150)(HEM)).toEqual([110, 189]);
  });

  it('end at an arm', () => {
    expect(ribsUnder(8, 150, 203)(HEM)[1]).toBeLessThan(194);
  });
});
