import { createMask } from '@proteus/raster/create-mask.ts';
import { createPlane } from '@proteus/raster/create-plane.ts';
import { describe, expect, it } from 'vitest';
import { measureFaintMeans } from '../backdrop/faint-means.ts';
import { snapEdges } from './snap-edges.ts';

const WIDTH = 40;
const HEIGHT = 40;

/** A dark sleeve and torso around a 6 pixels wide gap whose noise was taken for cloth. */
function scene(gapLightness: number) {
  const mask = createMask(WIDTH, HEIGHT);
  const clear = createMask(WIDTH, HEIGHT);
  const data = new Float32Array(WIDTH * HEIGHT * 3);
  const backdrop = new Float32Array(WIDTH * HEIGHT * 3);
  for (let y = 0; y < HEIGHT; y++) {
    for (let x = 0; x < WIDTH; x++) {
      const i = y * WIDTH + x;
      const gap = x >= 17 && x < 23 && y > 5;
      backdrop[3 * i] = 97;
      data[3 * i] = gap ? gapLightness : 20;
      if (!gap) clear.data[i] = 255;
      if (!gap || y < 36) mask.data[i] = 255;
    }
  }
  const model = {
    window: { x: 0, y: 0, width: WIDTH, height: HEIGHT },
    photo: { width: WIDTH, height: HEIGHT, data },
    lab: { width: WIDTH, height: HEIGHT, data: backdrop },
    difference: createPlane(WIDTH, HEIGHT),
    noise: 0,
    plainness: 1,
  };
  const strongest = { data: new Float32Array(WIDTH * HEIGHT).fill(77), sourceOf: () => 0 };
  const means = measureFaintMeans(model, clear);
  snapEdges(mask, { clear, strongest, means }, model);
  return mask;
}

describe('snapEdges', () => {
  it('takes mixed pixels off but never what clearly is cloth', () => {
    const mask = scene(93);
    expect(mask.data[34 * WIDTH + 20]).toBe(0);
    expect(mask.data[34 * WIDTH + 10]).toBe(255);
  });

  it('keeps cloth that is lighter than the backdrop', () => {
    expect(scene(100).data[34 * WIDTH + 20]).toBe(255);
  });
});
