import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boundaryLoops } from './boundary-loops.ts';
import type { Point } from './types.ts';

const WIDTH = 8;
const HEIGHT = 7;

/** Above 0 clockwise (y down). */
function signedArea(loop: readonly Point[]): number {
  return loop.reduce((area, from, i) => {
    const to = loop[(i + 1) % loop.length]!;
    return area + (from.x * to.y - to.x * from.y) / 2;
  }, 0);
}

function maskOf(rows: readonly string[]) {
  const data = Uint8Array.from(rows.join(''), (pixel) => (pixel === '#' ? 255 : 0));
  return { width: rows[0]!.length, height: rows.length, data };
}

describe('boundaryLoops', () => {
  it('goes clockwise around a piece and the other way around its hole', () => {
    const loops = boundaryLoops(maskOf(['#####', '#...#', '#...#', '#####']));
    expect(loops.map((loop) => [loop.length, Math.sign(signedArea(loop))])).toEqual([
      [18, 1],
      [10, -1],
    ]);
  });

  it('keeps apart what touches at a corner only', () => {
    expect(boundaryLoops(maskOf(['#.', '.#'])).map((loop) => loop.length)).toEqual([4, 4]);
  });

  it('passes every edge between inside and outside once', () => {
    const pixels = fc.uint8Array({ minLength: WIDTH * HEIGHT, maxLength: WIDTH * HEIGHT, max: 1 });
    fc.assert(
      fc.property(pixels, (data) => {
        const isSet = (x: number, y: number) =>
          x >= 0 && y >= 0 && x < WIDTH && y < HEIGHT && data[y * WIDTH + x] === 1;
        const expected: string[] = [];
        for (let y = 0; y <= HEIGHT; y++) {
          for (let x = 0; x <= WIDTH; x++) {
            if (isSet(x, y) !== isSet(x, y - 1)) expected.push(`${x},${y - 0.5}`);
            if (isSet(x, y) !== isSet(x - 1, y)) expected.push(`${x - 0.5},${y}`);
          }
        }
        const passed = boundaryLoops({ width: WIDTH, height: HEIGHT, data })
          .flat()
          .map(({ x, y }) => `${x},${y}`);
        expect(passed.sort()).toEqual(expected.sort());
      }),
    );
  });
});
