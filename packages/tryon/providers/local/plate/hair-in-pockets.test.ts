import { PART } from '@proteus/contracts/person-parts.ts';
import { createMask } from '@proteus/raster/create-mask.ts';
import { expect, it } from 'vitest';
import { BEHIND } from './behind-cloth.ts';
import { continueHair } from './hair-in-pockets.ts';

const SIZE = 64;
const at = (x: number, y: number) => y * SIZE + x;
const HAIR = 40;
const SKIN = 200;

/** Hair left of column 32, and beside it a collar that hid more of it down to row 40, then skin. */
function continued(kind: number): Uint8Array {
  const parts = createMask(SIZE, SIZE);
  const kinds = createMask(SIZE, SIZE);
  const skin = new Float32Array(SIZE * SIZE);
  const picture = { width: SIZE, height: SIZE, data: new Uint8Array(SIZE * SIZE * 3).fill(90) };
  const colour = { ...picture, data: new Uint8Array(SIZE * SIZE * 3).fill(SKIN) };
  for (let y = 0; y < SIZE; y++) {
    parts.data.fill(PART.hair, at(0, y), at(32, y));
    picture.data.fill(HAIR, 3 * at(0, y), 3 * at(32, y));
    kinds.data.fill(y < 40 ? kind : BEHIND.trunk, at(32, y), at(50, y));
    if (y >= 40) skin.fill(1, at(32, y), at(50, y));
  }
  continueHair(colour, kinds, { picture, parts }, [skin]);
  return colour.data;
}

it('goes on in its own colours, and in an even edge to what else came to light', () => {
  const data = continued(BEHIND.hair);
  expect(Math.abs(data[3 * at(40, 20)]! - HAIR)).toBeLessThan(4);
  expect(Math.abs(data[3 * at(34, 20)]! - HAIR)).toBeLessThan(4);
  expect(data[3 * at(40, 50)]).toBe(SKIN);
  expect(data[3 * at(40, 38)]).toBeLessThan(data[3 * at(40, 41)]!);
});

it('is what is behind a collar only where it was told so', () => {
  expect(continued(BEHIND.trunk).every((value) => value === SKIN)).toBe(true);
});
