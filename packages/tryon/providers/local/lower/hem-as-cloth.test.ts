import { PART } from '@proteus/contracts/person-parts.ts';
import { createMask } from '@proteus/raster/create-mask.ts';
import { describe, expect, it } from 'vitest';
import type { NearbyPerson } from '../crop-person.ts';
import { hemAsCloth } from './hem-as-cloth.ts';

const WIDTH = 60;
const HEIGHT = 120;
const SEAM = 70;
const DENIM = [40, 0, -30] as const;
const STITCH = [60, 20, 50] as const;
const LEATHER = [15, 2, 3] as const;

/** Trousers down to row 70, a shoe from there on by the parse; the cloth goes on down to another row, with a stitched seam. */
function told(clothTo: number, shoe: readonly number[] = LEATHER): (y: number) => number {
  const parts = createMask(WIDTH, HEIGHT);
  const lab = new Float32Array(WIDTH * HEIGHT * 3);
  for (let y = 0; y < HEIGHT; y++) {
    for (let x = 0; x < WIDTH; x++) {
      const pixel = y * WIDTH + x;
      parts.data[pixel] = y < SEAM ? PART['lower-clothes'] : PART['left-shoe'];
      const isStitch = y >= SEAM && x % 8 === 0;
      lab.set(y >= clothTo ? shoe : isStitch ? STITCH : DENIM, pixel * 3);
    }
  }
  const person = {
    parts,
    lab: { width: WIDTH, height: HEIGHT, data: lab },
    frame: { torsoLength: 250 },
  } as unknown as NearbyPerson;
  const after = hemAsCloth(person).parts.data;
  return (y) => after[y * WIDTH + 28]!;
}

describe('the hem of trousers over a shoe', () => {
  it('is cloth down to where its colours end, stitches and all', () => {
    const at = told(80);
    expect(at(76)).toBe(PART['lower-clothes']);
    expect(at(84)).toBe(PART['left-shoe']);
  });

  it('ends where the parse has it when the shoe begins there, or looks the same', () => {
    expect(told(SEAM)(SEAM + 4)).toBe(PART['left-shoe']);
    expect(told(SEAM, DENIM)(SEAM + 4)).toBe(PART['left-shoe']);
  });
});
