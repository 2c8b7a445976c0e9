import { PART } from '@proteus/contracts/person-parts.ts';
import { createMask } from '@proteus/raster/create-mask.ts';
import { createPlane } from '@proteus/raster/create-plane.ts';
import { expect, it } from 'vitest';
import type { PersonAnalysis } from '../../../person-analysis.ts';
import { cutWornGarment } from './cut-worn-garment.ts';

const WIDTH = 80;
const HEIGHT = 100;

/** A red top with an arm across it and a gap to the backdrop, over blue trousers. */
function drawPerson(): PersonAnalysis {
  const picture = { width: WIDTH, height: HEIGHT, data: new Uint8Array(3 * WIDTH * HEIGHT) };
  const parts = createMask(WIDTH, HEIGHT);
  const upper = createPlane(WIDTH, HEIGHT);
  const lower = createPlane(WIDTH, HEIGHT);
  for (let y = 10; y < 95; y++) {
    for (let x = 20; x < 60; x++) {
      const i = y * WIDTH + x;
      const part = partAt(x, y);
      parts.data[i] = part;
      if (part === PART['upper-clothes']) upper.data[i] = 1;
      if (part === PART['lower-clothes']) lower.data[i] = 1;
      const colour = part === PART['upper-clothes'] ? [200, 20, 20] : [220, 170, 140];
      picture.data.set(part === PART['lower-clothes'] ? [20, 20, 200] : colour, 3 * i);
    }
  }
  const regions = { upper, lower };
  const frame = { shoulderWidth: 40, torsoLength: 40, shoulderMiddle: { x: 40, y: 12 } };
  const landmarks = Array.from({ length: 33 }, () => ({ x: 40, y: 90, presence: 1 }));
  return { picture, parts, regions, frame, pose: { landmarks } } as unknown as PersonAnalysis;
}

function partAt(x: number, y: number): number {
  if (y >= 60) return PART['lower-clothes'];
  if (y >= 36 && y < 46) return PART['left-forearm'];
  if (x >= 25 && x < 28 && y >= 20 && y < 30) return PART.background;
  return PART['upper-clothes'];
}

it('lets the cloth go on beneath an arm, and leaves open what the backdrop shows through', () => {
  const { cutOut, category, hidden } = cutWornGarment(drawPerson(), 'auto')!;
  const at = (x: number, y: number) => [...cutOut.data.subarray(4 * (y * WIDTH + x)).slice(0, 4)];
  expect(category).toBe('upper');
  expect(at(40, 25)).toEqual([200, 20, 20, 255]);
  const [red, green, , opacity] = at(40, 41);
  expect(red).toBeGreaterThan(180);
  expect(green).toBeLessThan(60);
  expect(opacity).toBe(255);
  expect(at(26, 25)[3]).toBe(0);
  expect(at(40, 70)[3]).toBe(0);
  expect(hidden).toBeGreaterThan(0.1);
  expect(hidden).toBeLessThan(0.3);
});

it('takes the trousers when they are asked for', () => {
  const { cutOut } = cutWornGarment(drawPerson(), 'lower')!;
  expect(cutOut.data[4 * (70 * WIDTH + 40) + 3]).toBe(255);
  expect(cutOut.data[4 * (25 * WIDTH + 40) + 3]).toBe(0);
});
