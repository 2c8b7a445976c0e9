import { PART } from '@proteus/contracts/person-parts.ts';
import { POSE_LANDMARKS } from '@proteus/contracts/pose-landmarks.ts';
import { createMask } from '@proteus/raster/create-mask.ts';
import { createPlane } from '@proteus/raster/create-plane.ts';
import { expect, it } from 'vitest';
import type { PersonAnalysis } from '../../../person-analysis.ts';
import { drawTrunk } from './trunk-mask.ts';

const SIZE = 200;
const MIDDLE = 100;
const SHOULDERS = 60;
const WIDTH = 80;

/**
 * Where the neck lies at a row above the shoulders, its first and last column, for a neck that is seen `lean` pixels
 * to the right in so many rows, or not at all, under a head that lies so many to the right.
 */
function neckOf(
  lean: number | null,
  above: number,
  rows = 24,
  head = 0,
): readonly [number, number] {
  const parts = createMask(SIZE, SIZE);
  for (let y = 20; y < 20 + rows && lean !== null; y++) {
    for (let x = MIDDLE + lean - 12; x < MIDDLE + lean + 12; x++) {
      parts.data[y * SIZE + x] = PART.neck;
    }
  }
  for (let y = 50; y < 170; y++) {
    for (let x = 60; x < 140; x++) parts.data[y * SIZE + x] = PART['upper-clothes'];
  }
  const person = {
    picture: { width: SIZE, height: SIZE },
    parts,
    pose: {
      personMask: createPlane(SIZE, SIZE),
      landmarks: POSE_LANDMARKS.map((name) => ({
        x:
          (name.endsWith('ear') ? head : 0) + (name.startsWith('left') ? MIDDLE + 40 : MIDDLE - 40),
        y: name.endsWith('ear') ? SHOULDERS - 50 : SHOULDERS,
        z: 0,
        visibility: 1,
        presence: 1,
      })),
    },
    frame: {
      shoulderMiddle: { x: MIDDLE, y: SHOULDERS },
      hipMiddle: { x: MIDDLE, y: SHOULDERS + 100 },
      shoulderWidth: WIDTH,
      torsoLength: 100,
      down: { x: 0, y: 1 },
      right: { x: 1, y: 0 },
    },
  } as unknown as PersonAnalysis;
  const row = (SHOULDERS - above) * SIZE;
  const columns = drawTrunk(person).data.subarray(row, row + SIZE);
  return [columns.indexOf(255), columns.lastIndexOf(255)];
}

it('has a neck where one is seen, which leans with the head', () => {
  const upright = neckOf(0, 36);
  expect(upright[0] + upright[1]).toBeCloseTo(2 * MIDDLE - 1, -1);
  const leaning = neckOf(10, 36);
  expect(leaning[0] - upright[0]).toBeGreaterThan(6);
  expect(leaning[1] - upright[1]).toBeGreaterThan(6);
});

it('has a neck over the shoulders’ middle where none is seen', () => {
  const [first, last] = neckOf(null, 36);
  expect(Math.abs(first + last - 2 * MIDDLE)).toBeLessThan(3);
});

it('leans with the head where little or nothing of the neck is seen', () => {
  for (const lean of [null, 20]) {
    const [first, last] = neckOf(lean, 36, 1, 10);
    const middle = (first + last) / 2 - MIDDLE;
    expect(middle).toBeGreaterThan(4);
    expect(middle).toBeLessThan(10);
  }
});
