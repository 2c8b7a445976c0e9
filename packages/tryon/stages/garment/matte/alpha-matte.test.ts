import { createMask } from '@proteus/raster/create-mask.ts';
import { rgbToLab } from '@proteus/raster/rgb-to-lab.ts';
import type { Mask, RgbImage } from '@proteus/raster/types.ts';
import { describe, expect, it } from 'vitest';
import type { BackgroundModel } from '../backdrop/background-model.ts';
import { estimateAlpha } from './alpha-matte.ts';
import { bleedColour } from './colour-bleed.ts';

const SIZE = { width: 80, height: 80 };
const PAPER = 250;
const CLOTH = 30;
/** The cloth ends in the middle of the pixel before this one. */
const EDGE = 40;

function paint(level: (x: number, y: number) => number): RgbImage {
  const data = new Uint8Array(3 * SIZE.width * SIZE.height);
  for (let y = 0, at = 0; y < SIZE.height; y++) {
    for (let x = 0; x < SIZE.width; x++, at += 3) data.fill(level(x, y), at, at + 3);
  }
  return { ...SIZE, data };
}

function clothLeftOf(edge: number): Mask {
  const mask = createMask(SIZE.width, SIZE.height);
  for (let i = 0; i < mask.data.length; i++) if (i % SIZE.width < edge) mask.data[i] = 255;
  return mask;
}

function matteOf(picture: RgbImage) {
  const mask = clothLeftOf(EDGE);
  const backdrop: BackgroundModel = {
    window: { x: 0, y: 0, ...SIZE },
    photo: rgbToLab(picture),
    lab: rgbToLab(paint(() => PAPER)),
    difference: { ...SIZE, data: new Float32Array(SIZE.width * SIZE.height) },
    noise: 0,
    plainness: 1,
  };
  const colour = bleedColour(picture, mask, { x: 0, y: 0, width: EDGE, height: SIZE.height });
  return estimateAlpha(picture, colour, mask, backdrop).data;
}

const isDot = (x: number, y: number) => (x + 1) % 4 < 2 && y % 4 < 2;

describe('estimateAlpha', () => {
  it('measures how much of a pixel plain cloth fills', () => {
    const alpha = matteOf(
      paint((x) => (x < EDGE - 1 ? CLOTH : x < EDGE ? CLOTH + 0.4 * (PAPER - CLOTH) : PAPER)),
    );
    expect(alpha[40 * SIZE.width + EDGE - 1]).toBeCloseTo(0.6, 1);
  });

  it('takes no pale dot of a print for a bite of the backdrop', () => {
    const alpha = matteOf(paint((x, y) => (x >= EDGE ? PAPER : isDot(x, y) ? 190 : CLOTH)));
    expect(isDot(EDGE - 1, 40)).toBe(true);
    const dotted = alpha[40 * SIZE.width + EDGE - 1]!;
    const dark = alpha[42 * SIZE.width + EDGE - 1]!;
    expect(dark - dotted).toBeLessThan(0.4);
  });

  it('is not frayed by noise where cloth and backdrop hardly differ', () => {
    const alpha = matteOf(
      paint((x, y) => (x < EDGE ? PAPER - 4 : PAPER) + Math.round(4 * Math.sin(7 * x + 5 * y * y))),
    );
    const edge = Array.from({ length: 60 }, (_, n) => alpha[(n + 10) * SIZE.width + EDGE - 1]!);
    expect(Math.max(...edge) - Math.min(...edge)).toBeLessThan(0.05);
  });
});
