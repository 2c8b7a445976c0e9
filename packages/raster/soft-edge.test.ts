import { describe, expect, it } from 'vitest';
import { createMask } from './create-mask.ts';
import { softEdge } from './soft-edge.ts';

const SIZE = 60;
const SLOPE = 1 / 7;

/** How much of each row a mask with a steep slanting edge covers, once it is soft. */
function coveredRows(evened: number, softness: number): number[] {
  const mask = createMask(SIZE, SIZE);
  for (let y = 0; y < SIZE; y++) {
    mask.data.fill(255, y * SIZE, y * SIZE + Math.round(20 + SLOPE * y));
  }
  const { data } = softEdge(mask, evened, softness);
  return Array.from({ length: SIZE }, (_, y) =>
    data.subarray(y * SIZE, (y + 1) * SIZE).reduce((sum, share) => sum + share, 0),
  );
}

/** The largest distance of rows, away from the ends, from the slanting line. */
function departure(rows: readonly number[]): number {
  const inner = rows.slice(15, -15).map((covered, i) => covered - SLOPE * i);
  return Math.max(...inner) - Math.min(...inner);
}

describe('softEdge', () => {
  it('lets a slanting edge run evenly, where one that is only softened goes in steps', () => {
    expect(departure(coveredRows(1, 1))).toBeGreaterThan(0.4);
    expect(departure(coveredRows(3, 1))).toBeLessThan(0.2);
  });

  it('is as soft as asked, however much its course is evened', () => {
    const mask = createMask(SIZE, SIZE);
    for (let y = 0; y < SIZE; y++) mask.data.fill(255, y * SIZE, y * SIZE + SIZE / 2);
    const widths = [1, 3].map((evened) => {
      const row = softEdge(mask, evened, 1).data.subarray(30 * SIZE, 31 * SIZE);
      return row.filter((share) => share > 0.1 && share < 0.9).length;
    });
    expect(widths[0]).toBe(widths[1]);
  });

  it('leaves what is empty empty and what is full full', () => {
    const mask = createMask(9, 9);
    expect(softEdge(mask, 2, 1).data.every((share) => share === 0)).toBe(true);
    mask.data.fill(255);
    expect(softEdge(mask, 2, 1).data.every((share) => share > 0.999)).toBe(true);
  });

  it('leaves a mask as hard as it is where nothing is evened', () => {
    const mask = createMask(4, 1);
    mask.data.set([0, 255, 255, 0]);
    expect([...softEdge(mask, 0, 1).data]).toEqual([0, 1, 1, 0]);
  });
});
