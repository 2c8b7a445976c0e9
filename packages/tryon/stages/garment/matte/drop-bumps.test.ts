import { createMask } from '@proteus/raster/create-mask.ts';
import { describe, expect, it } from 'vitest';
import { dropBumps } from './drop-bumps.ts';

/** A square of cloth with a bar that sticks out of its upper edge. */
function clothWith(barWidth: number, barHeight: number) {
  const mask = createMask(60, 80);
  for (let y = 0, i = 0; y < 80; y++) {
    for (let x = 0; x < 60; x++, i++) {
      const inBar = x >= 30 && x < 30 + barWidth && y >= 40 - barHeight && y < 40;
      if (inBar || (x >= 10 && x < 50 && y >= 40 && y < 70)) mask.data[i] = 255;
    }
  }
  return mask;
}

const tipOf = (barWidth: number, barHeight: number) =>
  dropBumps(clothWith(barWidth, barHeight), 3, 3.2).data[(41 - barHeight) * 60 + 31];

describe('dropBumps', () => {
  it('takes slivers off', () => {
    expect(tipOf(3, 12)).toBe(0);
  });

  it.each([
    ['a strap', 3, 36],
    ['what is broad', 16, 12],
  ])('keeps %s', (_, width, height) => {
    expect(tipOf(width, height)).toBe(255);
  });
});
