import type { RgbImage } from '@proteus/raster/types.ts';
import { describe, expect, it } from 'vitest';
import { createCapsules, drawCapsule } from '../body/capsules.ts';
import { smoothShoulders } from './smooth-shoulders.ts';

const SIZE = 80;
const at = (x: number, y: number) => (y * SIZE + x) * 3;

/** A bright arm of radius 12 down column 50, beside a dark trunk; nothing is drawn right of column 60. */
function smoothed(): RgbImage {
  const drawn = { width: SIZE, height: SIZE, data: new Uint8Array(SIZE * SIZE * 3) };
  const share = new Float32Array(SIZE * SIZE);
  const limbs = createCapsules(drawn);
  const [from, to] = [0, SIZE - 1].map((y) => ({ x: 50, y, radius: 12, along: y / (SIZE - 1) }));
  drawCapsule(limbs, from!, to!, 1);
  for (let pixel = 0; pixel < share.length; pixel++) {
    const x = pixel % SIZE;
    drawn.data.fill(x < 38 ? 100 : 160, pixel * 3, pixel * 3 + 3);
    if (x < 60) share[pixel] = 1;
    else drawn.data.fill(255, pixel * 3, pixel * 3 + 3);
  }
  smoothShoulders(drawn, limbs, share, 100);
  return drawn;
}

describe('smoothShoulders', () => {
  const { data } = smoothed();

  it('lets the arm pass into the trunk without an edge at the shoulder', () => {
    expect(data[at(38, 5)]! - data[at(37, 5)]!).toBeLessThan(12);
    expect(data[at(36, 5)]).toBeGreaterThan(105);
  });

  it('leaves the crease below the armpit', () => {
    expect(data[at(38, 40)]).toBe(160);
    expect(data[at(37, 40)]).toBe(100);
  });

  it('takes nothing from what is not drawn', () => {
    expect(data[at(59, 5)]).toBe(160);
    expect(data[at(60, 5)]).toBe(255);
  });
});
