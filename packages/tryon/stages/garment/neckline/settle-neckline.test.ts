import { createPlane } from '@proteus/raster/create-plane.ts';
import type { LabImage, Mask, Plane } from '@proteus/raster/types.ts';
import { describe, expect, it } from 'vitest';
import type { Neckline } from './neckline-shape.ts';
import { settleNeckline } from './settle-neckline.ts';

const SIZE = 160;
/** A round neckline between x 40 and 120, 50 deep. */
const LINE: Neckline = {
  left: { x: 40, y: 20 },
  right: { x: 120, y: 20 },
  shape: { power: 2, root: 0.5, insetLeft: 0, insetRight: 0 },
  depth: 50,
  strength: 5,
};

/** How far a place lies beyond the neckline's ellipse, in parts of it. */
const beyond = (x: number, y: number) => Math.hypot((x - 80) / 40, (y - 20) / 50) - 1;

function filled(at: (x: number, y: number) => number): Plane {
  const plane = createPlane(SIZE, SIZE);
  for (let i = 0; i < SIZE * SIZE; i++) plane.data[i] = at(i % SIZE, Math.floor(i / SIZE));
  return plane;
}

/** Cloth of lightness 60 with an inside of lightness 20 where `isInside` says so. */
function photo(isInside: (x: number, y: number) => boolean): LabImage {
  const lightness = filled((x, y) => (isInside(x, y) ? 20 : 60)).data;
  const data = new Float32Array(SIZE * SIZE * 3);
  for (const [i, value] of lightness.entries()) data[i * 3] = value;
  return { width: SIZE, height: SIZE, data };
}

const CLOTH: Mask = {
  width: SIZE,
  height: SIZE,
  data: new Uint8Array(SIZE * SIZE).fill(255),
};

/** The row from which on the front is seen in a column. */
function edgeRow(inner: Plane, x: number): number {
  let row = 20;
  while (inner.data[row * SIZE + x]! > 0.5) row++;
  return row;
}

describe('the edge between a back’s inside and the front', () => {
  const isInside = (x: number, y: number) => y >= 20 && beyond(x, y) < 0;

  it('is even where what was found is frayed', () => {
    const frayed = filled((x, y) => (y >= 20 && beyond(x, y) < 0.05 * Math.sin(x) ? 1 : 0));
    settleNeckline(frayed, photo(isInside), CLOTH, LINE);
    for (let x = 56; x <= 104; x++) {
      const row = 20 + 50 * Math.sqrt(1 - ((x - 80) / 40) ** 2);
      expect(Math.abs(edgeRow(frayed, x) - row), `column ${x}`).toBeLessThan(2.2);
    }
  });

  it('is where the colour steps, though it was found elsewhere', () => {
    const off = filled((x, y) => (y >= 20 && beyond(x, y - 4) < 0 ? 1 : 0));
    settleNeckline(off, photo(isInside), CLOTH, LINE);
    for (const x of [60, 70, 80, 90, 100]) {
      const row = 20 + 50 * Math.sqrt(1 - ((x - 80) / 40) ** 2);
      expect(edgeRow(off, x)).toBeGreaterThanOrEqual(Math.floor(row));
      expect(edgeRow(off, x)).toBeLessThan(row + 2.2);
    }
  });

  it('is soft', () => {
    const inner = filled((x, y) => (isInside(x, y) ? 1 : 0));
    settleNeckline(inner, photo(isInside), CLOTH, LINE);
    expect(inner.data.some((value) => value > 0.2 && value < 0.8)).toBe(true);
  });

  it('goes straight up from the collar points', () => {
    const inner = filled((x, y) => (y >= 18 && beyond(x, Math.max(20, y)) < 0 ? 1 : 0));
    settleNeckline(inner, photo(isInside), CLOTH, LINE);
    expect(inner.data[18 * SIZE + 80]).toBe(1);
    expect(inner.data[18 * SIZE + 125]).toBe(0);
  });

  it('stays where inside and front have one colour', () => {
    const inner = filled((x, y) => (isInside(x, y) ? 1 : 0));
    const before = inner.data.slice();
    settleNeckline(
      inner,
      photo(() => false),
      CLOTH,
      LINE,
    );
    expect(inner.data).toEqual(before);
  });

  it('stays where a print, and no seam, steps nearby', () => {
    const inner = filled((x, y) => (isInside(x, y) ? 1 : 0));
    const before = inner.data.slice();
    const wavy = photo((x, y) => beyond(x, y) < 0.12 * Math.sin(x / 3) - 0.06);
    settleNeckline(inner, wavy, CLOTH, LINE);
    expect(inner.data).toEqual(before);
  });

  it('stays where the nearest step lies too far out to be its own', () => {
    const inner = filled((x, y) => (isInside(x, y) ? 1 : 0));
    const before = inner.data.slice();
    const rib = photo((x, y) => y >= 20 && beyond(x, y) < 0.09);
    settleNeckline(inner, rib, CLOTH, LINE);
    expect(inner.data).toEqual(before);
  });
});
