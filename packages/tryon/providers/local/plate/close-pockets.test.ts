import { PART } from '@proteus/contracts/person-parts.ts';
import { createMask } from '@proteus/raster/create-mask.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import type { PersonAnalysis } from '../../../person-analysis.ts';
import { BEHIND } from './behind-cloth.ts';
import { closePockets } from './close-pockets.ts';

const SIZE = 130;
const at = (x: number, y: number) => y * SIZE + x;

describe('pockets of background beside the body', () => {
  const frame = {
    shoulderMiddle: { x: 50, y: 60 },
    shoulderWidth: 60,
    torsoLength: 80,
    down: { x: 0, y: 1 },
    right: { x: 1, y: 0 },
  };
  const parts = createMask(SIZE, SIZE);
  const kinds = createMask(SIZE, SIZE);
  const person = { parts, frame } as unknown as PersonAnalysis;
  const close = () => closePockets(kinds, person);

  beforeEach(() => {
    parts.data.fill(PART.hair);
    kinds.data.fill(BEHIND.untouched);
    for (let y = 40; y < 50; y++) kinds.data.fill(BEHIND.background, at(36, y), at(40, y));
  });

  it('become skin beside the neck, and hair where loose hair is around them', () => {
    close();
    expect(kinds.data[at(38, 45)]).toBe(BEHIND.hair);
    parts.data.fill(PART.neck);
    for (let y = 40; y < 50; y++) kinds.data.fill(BEHIND.background, at(36, y), at(40, y));
    close();
    expect(kinds.data[at(38, 45)]).toBe(BEHIND.trunk);
  });

  it('stay background where the backdrop is seen to reach them', () => {
    parts.data[at(35, 44)] = PART.background;
    close();
    expect(kinds.data[at(38, 45)]).toBe(BEHIND.background);
  });

  it('become skin at an armpit, where they are narrow', () => {
    kinds.data.fill(BEHIND.untouched);
    for (let y = 70; y < 90; y++) kinds.data.fill(BEHIND.background, at(36, y), at(40, y));
    close();
    expect(kinds.data[at(38, 80)]).toBe(BEHIND.trunk);
  });

  it.each([
    ['where an arm leaves a wide gap', 70, 48],
    ['beside the waist', 110, 40],
  ])('stay background %s', (_, top, end) => {
    kinds.data.fill(BEHIND.untouched);
    for (let y = top; y < top + 10; y++) kinds.data.fill(BEHIND.background, at(36, y), at(end, y));
    close();
    expect(kinds.data[at(38, top + 5)]).toBe(BEHIND.background);
  });
});
