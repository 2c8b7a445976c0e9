import { PART } from '@proteus/contracts/person-parts.ts';
import { createMask } from '@proteus/raster/create-mask.ts';
import { createPlane } from '@proteus/raster/create-plane.ts';
import { describe, expect, it } from 'vitest';
import type { PersonAnalysis } from '../../../person-analysis.ts';
import { BEHIND } from '../plate/behind-cloth.ts';
import { measureOldCloth } from '../plate/old-cloth.ts';
import { seeBackdrop } from './seen-backdrop.ts';
import { continueBackdrop, readBackdrop } from './textured-backdrop.ts';

const SIZE = 160;

/** A red coat in the middle of a wall. */
function before(wallAt: (x: number, y: number) => number): PersonAnalysis {
  const picture = { width: SIZE, height: SIZE, data: new Uint8Array(SIZE * SIZE * 3) };
  const parts = createMask(SIZE, SIZE);
  for (let pixel = 0; pixel < SIZE * SIZE; pixel++) {
    const x = pixel % SIZE;
    const y = (pixel - x) / SIZE;
    const isCoat = x >= 60 && x < 100 && y >= 50;
    const wall = wallAt(x, y);
    picture.data.set(isCoat ? [250, 10, 10] : [wall, wall, wall], pixel * 3);
    if (isCoat) parts.data[pixel] = PART['upper-clothes'];
  }
  return {
    picture,
    parts,
    regions: { hair: createPlane(SIZE, SIZE) },
    pose: { personMask: createPlane(SIZE, SIZE) },
    frame: { shoulderWidth: 60 },
  } as unknown as PersonAnalysis;
}

const shelves = (_x: number, y: number) => (y % 16 < 5 ? 40 : 200);

/** The coat's outer thirds come off and show the wall. */
function uncover(person: PersonAnalysis) {
  const kinds = createMask(SIZE, SIZE);
  for (let pixel = 0; pixel < kinds.data.length; pixel++) {
    const x = pixel % SIZE;
    if (person.parts.data[pixel] === 0) continue;
    kinds.data[pixel] = x < 73 || x >= 87 ? BEHIND.background : BEHIND.trunk;
  }
  return continueBackdrop(person, seeBackdrop(person, PART['upper-clothes'])!, kinds);
}

describe('the backdrop behind old cloth', () => {
  const colour = new Float32Array(3);

  it('continues shelves in straight lines, without a trace of the cloth', () => {
    const backdrop = uncover(before(shelves));
    let wrong = 0;
    for (let y = 60; y < 150; y++) {
      for (const x of [61, 66, 71, 88, 93, 98]) {
        expect(readBackdrop(backdrop, x, y, colour)).toBe(1);
        expect(colour[0]).toBeCloseTo(colour[1]!, 5);
        if (Math.abs(colour[0]! - shelves(x, y)) > 40) wrong++;
      }
    }
    expect(wrong / (90 * 6)).toBeLessThan(0.1);
  });

  it('is continued smoothly before a plain wall', () => {
    const backdrop = uncover(before((x) => 150 + x / 8));
    expect(backdrop.textured).toBeNull();
    expect(readBackdrop(backdrop, 66, 100, colour)).toBe(0);
    expect(colour[1]).toBeCloseTo(150 + 66 / 8, -1);
  });

  it('is not taken for cloth that the parse has missed where it is busy', () => {
    const person = before(shelves);
    const seen = seeBackdrop(person, PART['upper-clothes'])!;
    const removed = measureOldCloth(person, seen).data;
    const beside = Array.from({ length: 90 }, (_, i) => removed[(60 + i) * SIZE + 105]!);
    expect(Math.max(...beside)).toBe(0);
  });
});
