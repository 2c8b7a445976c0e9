import { createMask } from '@proteus/raster/create-mask.ts';
import { intersectionOverUnion } from '@proteus/raster/intersection-over-union.ts';
import type { Mask } from '@proteus/raster/types.ts';
import { describe, expect, it } from 'vitest';
import type { BackgroundModel } from '../backdrop/background-model.ts';
import { CODED_REACH, distanceFromUntouched } from '../backdrop/untouched-backdrop.ts';
import { settleOutline } from './settle-outline.ts';

const WIDTH = 200;
const HEIGHT = 500;
const BACKDROP = 96;
const window = { x: 0, y: 0, width: WIDTH, height: HEIGHT };

const inCloth = (x: number, y: number) => x >= 60 && x < 140 && y >= 100 && y < 400;

/** White cloth, a little lighter than the backdrop, with coding noise up to `ring` px around it. */
function scene(contrast: number, ring: number): BackgroundModel {
  const data = new Float32Array(WIDTH * HEIGHT * 3);
  const backdrop = new Float32Array(WIDTH * HEIGHT * 3);
  const difference = new Float32Array(WIDTH * HEIGHT);
  for (let y = 0, i = 0; y < HEIGHT; y++) {
    for (let x = 0; x < WIDTH; x++, i++) {
      const near = x >= 60 - ring && x < 140 + ring && y >= 100 - ring && y < 400 + ring;
      // Alternates within a few pixels, as what is left of a cosine does.
      const noise = near ? 0.8 * Math.sin(1.7 * x) * Math.cos(2.1 * y) : 0;
      backdrop[3 * i] = BACKDROP;
      data[3 * i] = BACKDROP + noise + (inCloth(x, y) ? contrast : 0);
      difference[i] = Math.abs(data[3 * i]! - BACKDROP);
    }
  }
  return {
    window,
    photo: { width: WIDTH, height: HEIGHT, data },
    lab: { width: WIDTH, height: HEIGHT, data: backdrop },
    difference: { width: WIDTH, height: HEIGHT, data: difference },
    noise: 0,
    plainness: 1,
  };
}

function paint(isSet: (x: number, y: number) => boolean): Mask {
  const mask = createMask(WIDTH, HEIGHT);
  for (let y = 0, i = 0; y < HEIGHT; y++) {
    for (let x = 0; x < WIDTH; x++, i++) if (isSet(x, y)) mask.data[i] = 255;
  }
  return mask;
}

/** The cloth with teeth of 5 pixels out of its left edge and into its right one. */
const frayed = () =>
  paint((x, y) => {
    const tooth = y % 14 < 7 ? 5 : 0;
    return x >= 60 - tooth && x < 140 - tooth && y >= 100 && y < 400;
  });

const agreement = (mask: Mask) =>
  intersectionOverUnion(
    { data: paint(inCloth).data, labels: [255] },
    { data: mask.data, labels: [255] },
  );

describe('settleOutline', () => {
  it.each([2, 4, 8])('irons out what noise frayed of cloth %s ΔE from its backdrop', (contrast) => {
    const mask = frayed();
    const before = agreement(mask);
    settleOutline(mask, new Float32Array(WIDTH * HEIGHT), scene(contrast, 10), null);
    expect(before).toBeLessThan(0.95);
    expect(agreement(mask)).toBeGreaterThan(0.985);
  });

  it('draws cloth that hardly differs up to where a flat backdrop was disturbed', () => {
    const faint = scene(0.4, 0);
    const { photo, lab, difference } = faint;
    for (let y = 100; y < 400; y++) {
      for (let x = 60; x < 140; x++) {
        const i = y * WIDTH + x;
        photo.data[3 * i] = BACKDROP + 0.4 + 0.5 * Math.sin(1.3 * x + 0.9 * y);
        difference.data[i] = Math.abs(photo.data[3 * i]! - lab.data[3 * i]!);
      }
    }
    const mask = paint((x, y) => inCloth(x, y) && Math.hypot(x - 60, (y % 50) - 25) > 9);
    const before = agreement(mask);
    settleOutline(mask, new Float32Array(WIDTH * HEIGHT), faint, distanceFromUntouched(faint));
    expect(before).toBeLessThan(0.97);
    expect(agreement(mask)).toBeGreaterThan(0.975);
  });

  it('leaves strong edges as they are', () => {
    const mask = frayed();
    settleOutline(mask, new Float32Array(WIDTH * HEIGHT).fill(40), scene(8, 10), null);
    expect(mask.data).toEqual(frayed().data);
  });
});

describe('distanceFromUntouched', () => {
  it('tells cloth of the backdrop’s own colour by what was coded there', () => {
    const coded = distanceFromUntouched(scene(0, 10))!;
    expect(coded[250 * WIDTH + 100]).toBeGreaterThan(CODED_REACH ** 2);
    expect(coded[250 * WIDTH + 20]).toBe(0);
    expect(coded[250 * WIDTH + 57]).toBeLessThan(CODED_REACH ** 2);
  });

  it('says nothing of a noisy backdrop', () => {
    expect(distanceFromUntouched(scene(0, 100))).toBeNull();
    expect(distanceFromUntouched({ ...scene(0, 10), noise: 0.7 })).toBeNull();
  });
});
