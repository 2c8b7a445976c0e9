import { createMask } from '@proteus/raster/create-mask.ts';
import type { Mask } from '@proteus/raster/types.ts';
import { describe, expect, it } from 'vitest';
import type { BackgroundModel } from '../backdrop/background-model.ts';
import { redrawEdges } from './redraw-edges.ts';

const WIDTH = 240;
const HEIGHT = 500;
const BACKDROP = 94;
const [LEFT, RIGHT, TOP, BOTTOM] = [60, 180, 100, 400];

type Shape = (x: number, y: number) => boolean;

const inCloth: Shape = (x, y) => x >= LEFT && x < RIGHT && y >= TOP && y < BOTTOM;
/** Waves of 4 px along the hem and a notch of 20 by 16 px in the right side. */
const frayed: Shape = (x, y) =>
  inCloth(x, y) &&
  y < BOTTOM - 4 + 4 * Math.sin(x / 6) &&
  !(x >= RIGHT - 16 && y >= 240 && y < 260);

/** Cloth that differs from its backdrop by `contrast` L*; `clearAbove` a row by 20. */
function scene(isCloth: Shape, contrast: number, clearAbove = 0): BackgroundModel {
  const size = WIDTH * HEIGHT;
  const [data, lab] = [new Float32Array(3 * size), new Float32Array(3 * size)];
  const difference = new Float32Array(size);
  for (let y = 0, i = 0; y < HEIGHT; y++) {
    for (let x = 0; x < WIDTH; x++, i++) {
      lab[3 * i] = BACKDROP;
      const offset = isCloth(x, y) ? (y < clearAbove ? 20 : contrast) : 0;
      data[3 * i] = BACKDROP - offset;
      difference[i] = offset;
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

function paint(isSet: Shape): Mask {
  const mask = createMask(WIDTH, HEIGHT);
  for (let y = 0, i = 0; y < HEIGHT; y++) {
    for (let x = 0; x < WIDTH; x++, i++) if (isSet(x, y)) mask.data[i] = 255;
  }
  return mask;
}

/** The last row of cloth in each column well within. */
function hemOf({ data }: Mask): number[] {
  const hem: number[] = [];
  for (let x = LEFT + 15; x < RIGHT - 15; x++) {
    let y = HEIGHT - 1;
    while (y > 0 && data[y * WIDTH + x] === 0) y--;
    hem.push(y);
  }
  return hem;
}

const spread = (values: readonly number[]) => Math.max(...values) - Math.min(...values);
const isSet = ({ data }: Mask, x: number, y: number) => data[y * WIDTH + x] !== 0;

describe('straightening faint edges', () => {
  it('straightens a hem that hardly shows and fills the notch in a side', () => {
    const mask = paint(frayed);
    expect(spread(hemOf(mask))).toBeGreaterThan(6);
    redrawEdges(mask, scene(inCloth, 0.5));
    expect(spread(hemOf(mask))).toBeLessThan(4);
    for (const y of [243, 250, 257]) expect(isSet(mask, RIGHT - 4, y)).toBe(true);
  });

  it('keeps the corners', () => {
    const mask = paint(inCloth);
    redrawEdges(mask, scene(inCloth, 0.5));
    for (const x of [LEFT + 2, RIGHT - 3]) {
      expect(isSet(mask, x, TOP + 2)).toBe(true);
      expect(isSet(mask, x, BOTTOM - 3)).toBe(true);
    }
  });

  it('leaves an outline that shows as it is', () => {
    const mask = paint(frayed);
    redrawEdges(mask, scene(frayed, 12));
    expect(mask.data).toEqual(paint(frayed).data);
  });

  it('leaves the part that shows as it is where another does not', () => {
    const jagged: Shape = (x, y) => frayed(x, y) && y >= TOP + (x % 24 < 12 ? 5 : 0);
    const mask = paint(jagged);
    redrawEdges(mask, scene(jagged, 0.5, 200));
    const rows = WIDTH * 190;
    expect(mask.data.subarray(0, rows)).toEqual(paint(jagged).data.subarray(0, rows));
    expect(spread(hemOf(mask))).toBeLessThan(4);
  });
});
