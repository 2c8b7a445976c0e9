import { PART } from '@proteus/contracts/person-parts.ts';
import { createMask } from '@proteus/raster/create-mask.ts';
import { expect, it } from 'vitest';
import type { PersonAnalysis } from '../../../person-analysis.ts';
import { BEHIND } from './behind-cloth.ts';
import { dropSkinCrumbs } from './skin-crumbs.ts';

const SIZE = 80;
const at = (x: number, y: number) => y * SIZE + x;

it('drops crumbs and slivers of skin, and keeps limbs and the rim of skin that is seen', () => {
  const kinds = createMask(SIZE, SIZE);
  const parts = createMask(SIZE, SIZE);
  kinds.data.fill(BEHIND.background);
  const fill = (x0: number, x1: number, y0: number, y1: number, kind: number, part: number) => {
    for (let y = y0; y < y1; y++) {
      kinds.data.fill(kind, at(x0, y), at(x1, y));
      parts.data.fill(part, at(x0, y), at(x1, y));
    }
  };
  fill(5, 25, 5, 75, BEHIND.arm, PART['upper-clothes']);
  fill(30, 32, 5, 75, BEHIND.arm, PART['upper-clothes']);
  fill(40, 42, 20, 22, BEHIND.trunk, PART['upper-clothes']);
  fill(50, 52, 5, 75, BEHIND.arm, PART['left-forearm']);
  fill(52, 70, 5, 75, BEHIND.untouched, PART['left-forearm']);
  dropSkinCrumbs(kinds, { parts, frame: { shoulderWidth: 200 } } as unknown as PersonAnalysis);
  expect(kinds.data[at(15, 40)]).toBe(BEHIND.arm);
  expect(kinds.data[at(30, 40)]).toBe(BEHIND.background);
  expect(kinds.data[at(40, 20)]).toBe(BEHIND.background);
  expect(kinds.data[at(50, 40)]).toBe(BEHIND.arm);
});
