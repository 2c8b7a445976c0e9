import { createMask } from '@proteus/raster/create-mask.ts';
import { fillPolygon } from '@proteus/raster/fill-polygon.ts';
import { describe, expect, it } from 'vitest';
import { findBodiceLandmarks } from '../outline/bodice.ts';
import { measureOutline, type Outline } from '../outline/outline.ts';
import { touchingSide } from './sleeved-side.ts';

const outline = { middle: 300, mask: { width: 600, height: 700 } } as unknown as Outline;
const HEM = 500;

/** The armpit's distance from the axis under a sleeve that hangs against the torso, whose shoulder tip and hem lie so far out. */
function armpitOut(tipOut: number, hemOut: number): number {
  const side = touchingSide(
    outline,
    1,
    { x: 360, y: 40 },
    { x: outline.middle + tipOut, y: 80 },
    { hemOut, cuff: { x: 560, y: 540 } },
    HEM,
  );
  return side.armpit.x - outline.middle;
}

describe('a torso that its sleeves hang against', () => {
  it('is hardly wider at the armpits than at the hem, however far out the shoulders of wide sleeves lie', () => {
    expect(armpitOut(200, 140)).toBeLessThan(165);
    expect(armpitOut(200, 140)).toBeGreaterThan(140);
  });

  it('is a little narrower there than at the shoulders where the hem is wide', () => {
    const out = armpitOut(200, 190);
    expect(out).toBeLessThan(200);
    expect(out).toBeGreaterThan(180);
  });
});

/** The armpit's row of a boxy shirt, shoulders at row 100, whose short sleeves part from the torso at a row. */
function armpitRow(gap: number): number {
  const mask = createMask(800, 800);
  const half: readonly (readonly [number, number])[] = [
    [60, 90],
    [150, 100],
    [290, gap - 40],
    [155, gap],
    [150, gap],
    [150, 700],
  ];
  const side = (sign: number) => half.map(([out, y]) => ({ x: 400 + sign * out, y }));
  fillPolygon(mask, [...side(-1), ...side(1).reverse()]);
  return findBodiceLandmarks(measureOutline(mask)!).right.armpit.y;
}

describe('the armpit of a short sleeve', () => {
  it('lies where the sleeve parts from the torso', () => {
    expect(Math.abs(armpitRow(320) - 320)).toBeLessThan(12);
  });

  it('lies above, hidden, where the sleeve hangs before the torso further down than any armhole', () => {
    expect(armpitRow(480)).toBeLessThan(300);
    expect(armpitRow(480)).toBeGreaterThan(180);
  });
});
