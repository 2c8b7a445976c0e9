import { createMask } from '@proteus/raster/create-mask.ts';
import type { Mask } from '@proteus/raster/types.ts';
import { describe, expect, it } from 'vitest';
import type { BackgroundModel } from '../backdrop/background-model.ts';
import { redrawEdges } from './redraw-edges.ts';

const WIDTH = 260;
const HEIGHT = 500;
const BACKDROP = 94;
const CONTRAST = 60;
const [LEFT, RIGHT, TOP, BOTTOM] = [60, 180, 100, 400];

/** Dark cloth, at its right side a shadow that starts with so much L* and fades within 20 px. */
function scene(shadow: number): BackgroundModel {
  const size = WIDTH * HEIGHT;
  const [data, lab] = [new Float32Array(3 * size), new Float32Array(3 * size)];
  const difference = new Float32Array(size);
  for (let y = 0, i = 0; y < HEIGHT; y++) {
    const beside = y >= TOP && y < BOTTOM;
    for (let x = 0; x < WIDTH; x++, i++) {
      const fading = x < RIGHT ? 0 : Math.max(0, shadow * (1 - (x - RIGHT) / 20));
      const isCloth = beside && x >= LEFT && x < RIGHT;
      difference[i] = isCloth ? CONTRAST : beside ? fading : 0;
      lab[3 * i] = BACKDROP;
      data[3 * i] = BACKDROP - difference[i]!;
    }
  }
  return {
    window: { x: 0, y: 0, width: WIDTH, height: HEIGHT },
    photo: { width: WIDTH, height: HEIGHT, data },
    lab: { width: WIDTH, height: HEIGHT, data: lab },
    difference: { width: WIDTH, height: HEIGHT, data: difference },
    noise: 0,
    plainness: 1,
  };
}

/** The cloth; its right side ends where `endAt` says. */
function paint(endAt: (y: number) => number): Mask {
  const mask = createMask(WIDTH, HEIGHT);
  for (let y = TOP; y < BOTTOM; y++) {
    for (let x = LEFT; x < endAt(y); x++) mask.data[y * WIDTH + x] = 255;
  }
  return mask;
}

/** The columns beyond the cloth's last in the rows well within. */
function endsOf({ data }: Mask): number[] {
  const ends: number[] = [];
  for (let y = TOP + 40; y < BOTTOM - 40; y++) {
    ends.push(data.lastIndexOf(255, (y + 1) * WIDTH - 1) - y * WIDTH + 1);
  }
  return ends;
}

/** Some of the shadow held for cloth. */
const ragged = (y: number) => RIGHT + 6 + Math.round(4 * Math.sin(y / 9));

describe('finding the edge in a shadow', () => {
  it('draws cloth up to its end where the outline ran through its shadow', () => {
    const mask = paint(ragged);
    redrawEdges(mask, scene(28));
    for (const end of endsOf(mask)) expect(Math.abs(end - RIGHT)).toBeLessThanOrEqual(1);
  });

  it('leaves the sides that no shadow lies at', () => {
    const mask = paint(ragged);
    redrawEdges(mask, scene(28));
    for (let y = TOP + 1; y < BOTTOM - 1; y++) {
      expect(mask.data.indexOf(255, y * WIDTH) - y * WIDTH).toBe(LEFT);
    }
  });

  it('leaves an outline that lies at the end of the cloth, shadow or not', () => {
    for (const shadow of [0, 24]) {
      const mask = paint(() => RIGHT);
      redrawEdges(mask, scene(shadow));
      expect(mask.data).toEqual(paint(() => RIGHT).data);
    }
  });
});
