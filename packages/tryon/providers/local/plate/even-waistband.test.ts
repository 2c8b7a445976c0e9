import { createMask } from '@proteus/raster/create-mask.ts';
import { expect, it } from 'vitest';
import { BEHIND } from './behind-cloth.ts';
import { evenWaistband } from './even-waistband.ts';

const SIZE = 64;
const EDGE = 40;

it('evens the teeth between a bare midriff and lower clothes, and leaves a loop and what is seen', () => {
  const kinds = createMask(SIZE, SIZE);
  for (let y = 0; y < SIZE; y++) {
    for (let x = 0; x < SIZE; x++) {
      const edge = x >= 50 && x < 53 ? EDGE - 12 : EDGE - (x % 16 < 4 ? 2 : 0);
      const kind = y < edge ? BEHIND.trunk : y < EDGE + 3 ? BEHIND.lower : BEHIND.untouched;
      kinds.data[y * SIZE + x] = kind;
    }
  }
  evenWaistband(kinds);
  const at = (x: number, y: number) => kinds.data[y * SIZE + x];
  for (let x = 8; x < 40; x++) {
    expect(at(x, EDGE - 1)).toBe(BEHIND.trunk);
    expect(at(x, EDGE)).toBe(BEHIND.lower);
    expect(at(x, EDGE + 4)).toBe(BEHIND.untouched);
  }
  expect(at(51, EDGE - 10)).toBe(BEHIND.lower);
});
