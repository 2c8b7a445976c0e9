import { createPlane } from '@proteus/raster/create-plane.ts';
import { expect, it } from 'vitest';
import type { TorsoFrame } from '../../../person-analysis.ts';
import type { WarpedGarment } from '../../../stages/warp/warped-garment.ts';
import type { LimbCapsules } from '../body/limb-capsules.ts';
import { dropSlivers } from './drop-slivers.ts';

const SIZE = 100;

it('a sleeve loses threads on the side of the torso, and nothing else', () => {
  const alpha = createPlane(SIZE, SIZE);
  const inward = new Float32Array(SIZE * SIZE);
  for (let y = 0; y < SIZE; y++) {
    for (let x = 0; x < SIZE; x++) {
      inward[y * SIZE + x] = (x - 50) / 40;
      const isSleeve = x >= 30 && x < 80 && y < 50;
      const isThread = (x === 78 || x === 32) && y < 90;
      alpha.data[y * SIZE + x] = isSleeve || isThread ? 1 : 0;
    }
  }
  const garment = { sleeves: { left: { alpha }, right: null } } as unknown as WarpedGarment;
  const limbs = { side: new Uint8Array(SIZE * SIZE), inward } as unknown as LimbCapsules;
  dropSlivers(garment, { shoulderWidth: 300 } as TorsoFrame, limbs);
  const at = (x: number, y: number) => alpha.data[y * SIZE + x]!;
  expect(at(78, 80)).toBe(0);
  expect(at(32, 80)).toBe(1);
  expect(at(78, 30)).toBeGreaterThan(0.9);
  expect(at(55, 49)).toBe(1);
});
