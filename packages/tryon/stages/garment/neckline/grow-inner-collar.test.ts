import { createPlane } from '@proteus/raster/create-plane.ts';
import type { LabImage, Mask } from '@proteus/raster/types.ts';
import { describe, expect, it } from 'vitest';
import { growInnerCollar } from './grow-inner-collar.ts';
import { paintInnerCollar } from './inner-collar.ts';
import type { Neckline } from './neckline-shape.ts';

const SIZE = 100;
/** A square neckline between x 35 and 65, 30 deep; the opening below widens to `wide` on each side. */
const LINE: Neckline = {
  left: { x: 35, y: 10 },
  right: { x: 65, y: 10 },
  shape: { power: 20, root: 1, insetLeft: 0, insetRight: 0 },
  depth: 30,
  strength: 5,
};

const OPENING = { line: LINE, back: null, hasLabel: false };

/** Cloth of lightness 60 all over, with an inside of lightness `inside` in the opening down to row `end`. */
function photo(
  wide: number,
  inside: number,
  end = 40,
): { readonly lab: LabImage; readonly mask: Mask } {
  const data = new Float32Array(SIZE * SIZE * 3);
  for (let y = 0; y < SIZE; y++) {
    for (let x = 0; x < SIZE; x++) {
      const open = y >= 10 && y < end && x >= 35 - wide && x < 65 + wide;
      data[(y * SIZE + x) * 3] = open ? inside : 60;
    }
  }
  const mask = { width: SIZE, height: SIZE, data: new Uint8Array(SIZE * SIZE).fill(255) };
  return { lab: { width: SIZE, height: SIZE, data }, mask };
}

describe('the inside of an opening that widens below the collar points', () => {
  const at = (x: number, y: number) => y * SIZE + x;

  it('is found out to its own edge', () => {
    const { lab, mask } = photo(4, 20);
    const inner = paintInnerCollar(lab, mask, OPENING);
    expect(inner.data[at(32, 25)]).toBe(1);
    expect(inner.data[at(67, 25)]).toBe(1);
    expect(inner.data[at(27, 25)]).toBe(0);
    expect(inner.data[at(50, 45)]).toBe(0);
  });

  it('is found around a pale label in it', () => {
    const { lab, mask } = photo(4, 20);
    for (let y = 14; y < 20; y++) {
      for (let x = 44; x < 56; x++) lab.data[at(x, y) * 3] = 95;
    }
    const inner = paintInnerCollar(lab, mask, OPENING);
    expect(inner.data[at(32, 25)]).toBe(1);
    expect(inner.data[at(27, 25)]).toBe(0);
  });

  it('is found down to its own edge, where the neckline was found too high', () => {
    const { lab, mask } = photo(0, 20, 43);
    const inner = paintInnerCollar(lab, mask, OPENING);
    expect(inner.data[at(50, 42)]).toBe(1);
    // The front begins a pixel later: the edge's own pixels carry something of the inside.
    expect(inner.data[at(50, 44)]).toBe(0);
  });

  it('is not looked for where inside and front have one colour', () => {
    const { lab, mask } = photo(6, 57);
    const inner = createPlane(SIZE, SIZE);
    growInnerCollar(inner, lab, mask, LINE);
    expect(inner.data.every((value) => value === 0)).toBe(true);
  });

  it('is given up where it would run far over the front', () => {
    const { lab, mask } = photo(9, 20);
    const inner = paintInnerCollar(lab, mask, OPENING);
    expect(inner.data[at(28, 25)]).toBe(0);
  });
});
