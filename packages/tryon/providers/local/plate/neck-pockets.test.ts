import { PART } from '@proteus/contracts/person-parts.ts';
import { createMask } from '@proteus/raster/create-mask.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import type { PersonAnalysis } from '../../../person-analysis.ts';
import { BEHIND } from './behind-cloth.ts';
import { closeNeckPockets } from './neck-pockets.ts';

const SIZE = 100;
const at = (x: number, y: number) => y * SIZE + x;

describe('pockets of background beside the neck', () => {
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
  const close = () => closeNeckPockets(kinds, person);

  beforeEach(() => {
    parts.data.fill(PART.hair);
    kinds.data.fill(BEHIND.untouched);
    for (let y = 40; y < 50; y++) kinds.data.fill(BEHIND.background, at(36, y), at(40, y));
  });

  it('become skin between hair and neck', () => {
    close();
    expect(kinds.data[at(38, 45)]).toBe(BEHIND.trunk);
  });

  it('stay background where the backdrop is seen to reach them', () => {
    parts.data[at(35, 44)] = PART.background;
    close();
    expect(kinds.data[at(38, 45)]).toBe(BEHIND.background);
  });

  it('stay background below the shoulders, where arms leave gaps', () => {
    kinds.data.fill(BEHIND.untouched);
    for (let y = 70; y < 90; y++) kinds.data.fill(BEHIND.background, at(36, y), at(40, y));
    close();
    expect(kinds.data[at(38, 80)]).toBe(BEHIND.background);
  });
});
