import { createMask } from '@proteus/raster/create-mask.ts';
import { describe, expect, it } from 'vitest';
import { fillBites } from './fill-bites.ts';

const WIDTH = 200;
const HEIGHT = 500;
const EDGE = 140;
const RADIUS = 5;

const inDot = (x: number, y: number) => Math.hypot((x % 14) - 7, (y % 14) - 7) < RADIUS;
/** A dot whose middle lies on the cloth's edge. */
const inBite = (x: number, y: number) => Math.hypot(x - EDGE, y - 250) < RADIUS;

/**
 * Dark cloth up to `EDGE`, a bite in its outline.
 *
 * @param seen ΔE of what is seen in the bite.
 * @returns whether the bite's middle is cloth in the end.
 */
function isFilled(isPrinted: boolean, seen: number, isGap = inBite): boolean {
  const mask = createMask(WIDTH, HEIGHT);
  const clear = createMask(WIDTH, HEIGHT);
  const difference = new Float32Array(mask.data.length);
  for (let y = 0, i = 0; y < HEIGHT; y++) {
    for (let x = 0; x < WIDTH; x++, i++) {
      const inCloth = x < EDGE && x >= 40 && y >= 40 && y < 460;
      const isPale = isPrinted && inDot(x, y) && x < EDGE - RADIUS;
      if (inCloth && !isGap(x, y)) {
        mask.data[i] = 255;
        if (!isPale) clear.data[i] = 255;
      }
      difference[i] = isGap(x, y) ? seen : !inCloth ? 0 : isPale ? 8 : 70;
    }
  }
  fillBites(mask, clear, difference);
  return mask.data[250 * WIDTH + EDGE - 4] === 255;
}

describe('fillBites', () => {
  it('fills the bite of a pale dot in dotted cloth', () => {
    expect(isFilled(true, 7)).toBe(true);
  });

  it('leaves a scallop of plain cloth', () => {
    expect(isFilled(false, 7)).toBe(false);
  });

  it('leaves a gap through which the backdrop is seen', () => {
    expect(isFilled(true, 1)).toBe(false);
  });

  it('leaves a cleft that goes on', () => {
    const inCleft = (x: number, y: number) => x >= 60 && x < EDGE && Math.abs(y - 250) < 3;
    expect(isFilled(true, 7, inCleft)).toBe(false);
  });
});
