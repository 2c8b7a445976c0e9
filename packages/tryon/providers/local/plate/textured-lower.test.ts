import { PART } from '@proteus/contracts/person-parts.ts';
import { createMask } from '@proteus/raster/create-mask.ts';
import { describe, expect, it } from 'vitest';
import type { PersonAnalysis } from '../../../person-analysis.ts';
import { BEHIND } from './behind-cloth.ts';
import { textureLower } from './textured-lower.ts';

const SIZE = 96;
const TOP = 40;
const FRAME = {
  shoulderMiddle: { x: 48, y: 0 },
  shoulderWidth: 60,
  down: { x: 0, y: 1 },
  right: { x: 1, y: 0 },
};

/** Trousers in checks of two pixels under a plain top that ends at row 40. */
function wearer(): PersonAnalysis {
  const parts = createMask(SIZE, SIZE);
  const data = new Uint8Array(SIZE * SIZE * 3).fill(240);
  for (let y = 0; y < SIZE; y++) {
    for (let x = 0; x < SIZE; x++) {
      const pixel = y * SIZE + x;
      parts.data[pixel] = y < TOP ? PART['upper-clothes'] : PART['lower-clothes'];
      const bright = (x >> 1) % 2 === (y >> 1) % 2 ? 150 : 90;
      if (y >= TOP) data.fill(bright, pixel * 3, pixel * 3 + 3);
    }
  }
  const picture = { width: SIZE, height: SIZE, data };
  return { picture, parts, frame: FRAME } as unknown as PersonAnalysis;
}

function missing(fromY: number) {
  const kinds = createMask(SIZE, SIZE);
  for (let y = fromY; y < TOP; y++) {
    for (let x = 20; x < 70; x++) kinds.data[y * SIZE + x] = BEHIND.lower;
  }
  return kinds;
}

describe('trousers under a top', () => {
  it('go on in their own pattern', () => {
    const filled = textureLower(wearer(), missing(26), 20)!.data;
    const tones = new Map<number, number>();
    for (let x = 30; x < 60; x++) {
      for (let y = 28; y < 36; y++) {
        const tone = filled[(y * SIZE + x) * 3]!;
        const nearest = Math.abs(tone - 150) < 25 ? 150 : Math.abs(tone - 90) < 25 ? 90 : 0;
        tones.set(nearest, (tones.get(nearest) ?? 0) + 1);
      }
    }
    expect(tones.get(150)! + tones.get(90)!).toBeGreaterThan(200);
    expect(Math.min(tones.get(150)!, tones.get(90)!)).toBeGreaterThan(80);
  });

  it('are the same in every run', () => {
    expect(textureLower(wearer(), missing(26), 20)).toEqual(
      textureLower(wearer(), missing(26), 20),
    );
  });

  it('need none where only a seam is missing', () => {
    expect(textureLower(wearer(), missing(TOP - 1), 20)).toBeNull();
  });

  it('need none where the new top covers them', () => {
    expect(textureLower(wearer(), missing(26), TOP)).toBeNull();
  });
});
