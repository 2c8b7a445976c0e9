import { describe, expect, it } from 'vitest';
import type { Outline } from '../outline/outline.ts';
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
