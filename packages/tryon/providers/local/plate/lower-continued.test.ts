import { PART } from '@proteus/contracts/person-parts.ts';
import { createMask } from '@proteus/raster/create-mask.ts';
import { describe, expect, it } from 'vitest';
import type { PersonAnalysis } from '../../../person-analysis.ts';
import { continueLower } from './lower-continued.ts';

const SIZE = 160;
const HEM = 80;
const SHADOW = 20;

/** A green top that hangs down to the hem and shades the blue trousers under it. */
function person(): PersonAnalysis {
  const picture = { width: SIZE, height: SIZE, data: new Uint8Array(SIZE * SIZE * 3) };
  const parts = createMask(SIZE, SIZE);
  for (let pixel = 0; pixel < SIZE * SIZE; pixel++) {
    const y = Math.floor(pixel / SIZE);
    const dark = y < HEM + SHADOW ? 0.5 : 1;
    picture.data.set(y < HEM ? [20, 160, 40] : [30 * dark, 60 * dark, 150 * dark], pixel * 3);
    parts.data[pixel] = y < HEM ? PART['upper-clothes'] : PART['lower-clothes'];
  }
  const frame = {
    shoulderMiddle: { x: 80, y: 0 },
    shoulderWidth: 60,
    torsoLength: 100,
    down: { x: 0, y: 1 },
    right: { x: 1, y: 0 },
  };
  return { picture, parts, frame } as unknown as PersonAnalysis;
}

function blueAt(y: number, hidden: boolean): number {
  const read = continueLower(person(), { below: 50, hidden }, 4)!;
  const colour = new Float32Array(3);
  read(y * SIZE + 80, null, colour);
  expect(colour[2]!).toBeGreaterThan(colour[1]!);
  return colour[2]!;
}

describe('lower clothes under a top', () => {
  it('go on in their own colour, out of the shadow of its hem', () => {
    expect(blueAt(78, false)).toBeLessThan(140);
    expect(blueAt(52, false)).toBeGreaterThan(blueAt(78, false) + 15);
  });

  it('have a seam under the waistband only where the top hid it', () => {
    const seam = 57;
    expect(blueAt(seam, true)).toBeLessThan(0.9 * blueAt(seam, false));
  });

  it('are unknown where none are seen', () => {
    const { picture, frame } = person();
    const parts = createMask(SIZE, SIZE);
    const bare = { picture, frame, parts } as unknown as PersonAnalysis;
    expect(continueLower(bare, { below: 50, hidden: true }, 4)).toBeNull();
  });
});
