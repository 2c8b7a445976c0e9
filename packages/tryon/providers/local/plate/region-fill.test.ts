import type { Mask, RgbImage } from '@proteus/raster/types.ts';
import { describe, expect, it } from 'vitest';
import { findSeamGaps } from '../cloth/seam-gaps.ts';
import { fillFromRegion, readFill } from './region-fill.ts';

describe('fillFromRegion', () => {
  const picture: RgbImage = {
    width: 16,
    height: 16,
    data: Uint8Array.from({ length: 16 * 16 * 3 }, (_, i) => (i % 3 === 0 ? 200 : 40)),
  };

  it('continues the known colour over what is not known', () => {
    const known: Mask = { width: 16, height: 16, data: new Uint8Array(256) };
    known.data.fill(255, 0, 64);
    picture.data.fill(9, 200 * 3);
    const fill = fillFromRegion(picture, known);
    const colour = new Float32Array(3);
    readFill(fill!, 15, 15, colour);
    expect([...colour].map(Math.round)).toEqual([200, 40, 40]);
  });

  it('says so when nothing is known', () => {
    const known: Mask = { width: 16, height: 16, data: new Uint8Array(256) };
    expect(fillFromRegion(picture, known)).toBeNull();
  });
});

describe('findSeamGaps', () => {
  it('finds a narrow slit between two parts but not the open space beside them', () => {
    const cover = { width: 40, height: 20, data: new Float32Array(800) };
    for (let y = 0; y < 20; y++) {
      for (let x = 4; x < 30; x++) if (x !== 15 && x !== 16) cover.data[y * 40 + x] = 1;
    }
    const gaps = findSeamGaps(cover, 3);
    expect(gaps.data[10 * 40 + 15]).toBe(255);
    expect(gaps.data[10 * 40 + 36]).toBe(0);
    expect(gaps.data[10 * 40 + 20]).toBe(0);
  });
});
