import { PART } from '@proteus/contracts/person-parts.ts';
import { createMask } from '@proteus/raster/create-mask.ts';
import { createPlane } from '@proteus/raster/create-plane.ts';
import { describe, expect, it } from 'vitest';
import { applyOverlay, createOverlay, paint } from '../overlay.ts';
import { BEHIND } from '../plate/behind-cloth.ts';
import { findHandEdges, paintHandEdges } from './hand-edges.ts';

const SIZE = 80;
const at = (x: number, y: number) => y * SIZE + x;
const SKIN = 200;
const OLD = 20;
const NEW = 240;

/** A pale hand left of column 40, a mixture with dark old cloth in it, before a white torso; an arm above row 20. */
function laid() {
  const picture = { width: SIZE, height: SIZE, data: new Uint8Array(SIZE * SIZE * 3).fill(OLD) };
  const parts = createMask(SIZE, SIZE, PART['upper-clothes']);
  const arms = createPlane(SIZE, SIZE);
  const kinds = createMask(SIZE, SIZE, BEHIND.untouched);
  for (let y = 0; y < SIZE; y++) {
    parts.data.fill(y < 20 ? PART['left-forearm'] : PART['left-hand'], at(0, y), at(40, y));
    arms.data.fill(1, at(0, y), at(40, y));
    picture.data.fill(SKIN, at(0, y) * 3, at(40, y) * 3);
    arms.data[at(40, y)] = 0.5;
    picture.data.fill((SKIN + OLD) / 2, at(40, y) * 3, at(41, y) * 3);
  }
  const torso = createPlane(SIZE, SIZE, 1);
  const edges = findHandEdges({ parts }, arms, torso, kinds, createMask(SIZE, SIZE, 255));
  const overlay = createOverlay(picture);
  for (let pixel = 0; pixel < SIZE * SIZE; pixel++) {
    paint(overlay, pixel, NEW, NEW, NEW, 1 - edges.rest.data[pixel]!);
  }
  paintHandEdges(overlay, { picture, parts }, arms, edges);
  const { data } = applyOverlay(picture, overlay);
  return { edges, levelAt: (x: number, y: number) => data[at(x, y) * 3]! };
}

describe('the edge of a hand before a torso', () => {
  it('passes from its own colour to the new cloth, without the old one', () => {
    const { levelAt } = laid();
    expect(levelAt(39, 60)).toBe(SKIN);
    expect(levelAt(40, 60)).toBe((SKIN + NEW) / 2);
    expect(levelAt(41, 60)).toBe(NEW);
  });

  it('is left alone where the hand goes on as an arm', () => {
    const { edges } = laid();
    expect(edges.share.data[at(40, 10)]).toBe(0);
    expect(edges.rest.data[at(40, 22)]).toBe(0.5);
  });
});
