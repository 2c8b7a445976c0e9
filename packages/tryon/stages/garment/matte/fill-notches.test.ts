import { createMask } from '@proteus/raster/create-mask.ts';
import { describe, expect, it } from 'vitest';
import { fillNotches } from './fill-notches.ts';

const SIZE = 200;

/** A block of cloth whose right edge has notches 3 pixels deep and 4 tall. */
function notched(count: number) {
  const mask = createMask(SIZE, SIZE);
  for (let y = 10; y < 190; y++) mask.data.fill(255, y * SIZE + 50, y * SIZE + 150);
  for (let notch = 0; notch < count; notch++) {
    for (let y = 0; y < 4; y++) {
      const row = (20 + 10 * notch + y) * SIZE;
      mask.data.fill(0, row + 147, row + 150);
    }
  }
  return mask;
}

describe('fillNotches', () => {
  it('closes the outline between stripes', () => {
    const mask = notched(16);
    fillNotches(mask);
    expect(mask.data).toEqual(notched(0).data);
  });

  it('leaves single notches as they are', () => {
    const mask = notched(3);
    fillNotches(mask);
    expect(mask.data).toEqual(notched(3).data);
  });
});
