import { createMask } from '@proteus/raster/create-mask.ts';
import { createPlane } from '@proteus/raster/create-plane.ts';
import { describe, expect, it } from 'vitest';
import type { PersonAnalysis } from '../../../person-analysis.ts';
import { hairBeforeCloth } from './hair-before-cloth.ts';

const SIZE = 120;
const at = (x: number, y: number) => y * SIZE + x;
const HAIR = [200, 170, 120] as const;
/** Hair left of this column as the parse has it, an old top right of it. */
const PARSED = 60;
/** Where it truly ends. */
const TRUE_END = 54;

/** A lock before a top of some colour; `end` is where the hair's own colour ends. */
function shareOfHair(cloth: readonly number[], end = TRUE_END, hasTop = true) {
  const picture = { width: SIZE, height: SIZE, data: new Uint8Array(SIZE * SIZE * 3) };
  const hair = createPlane(SIZE, SIZE);
  const oldTop = createMask(SIZE, SIZE);
  for (let pixel = 0; pixel < SIZE * SIZE; pixel++) {
    const x = pixel % SIZE;
    picture.data.set(x < end ? HAIR : cloth, pixel * 3);
    hair.data[pixel] = x < PARSED ? 1 : 0;
    if (hasTop && x >= PARSED) oldTop.data[pixel] = 255;
  }
  const person = {
    picture,
    regions: { hair },
    frame: { shoulderWidth: 200 },
  } as unknown as PersonAnalysis;
  const share = hairBeforeCloth(person, oldTop);
  return { hair, share, at: (x: number) => share.data[at(x, 60)]! };
}

describe('hair before an old top', () => {
  it('ends where its colour does', () => {
    const lock = shareOfHair([30, 30, 40]);
    expect(lock.at(57)).toBe(0);
    expect(lock.at(51)).toBe(1);
    expect(lock.at(20)).toBe(1);
  });

  it('is as the parse has it where the cloth is of its colour, and where there is none', () => {
    expect(shareOfHair([190, 165, 120]).at(57)).toBe(1);
    const alone = shareOfHair([30, 30, 40], TRUE_END, false);
    expect(alone.share).toBe(alone.hair);
  });
});
