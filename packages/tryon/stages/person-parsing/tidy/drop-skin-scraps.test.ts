import { describe, expect, it } from 'vitest';
import { BACKGROUND, LOWER, SKIN, UPPER } from '../regions/region-priors.ts';
import { dropSkinScraps } from './drop-skin-scraps.ts';

const SIZE = { width: 60, height: 60 };
const UNIT = 100;
const at = (x: number, y: number) => y * SIZE.width + x;

/** A top above row 30 and trousers below it, with a piece of skin. */
function wornWith(fromX: number, toX: number, fromY: number, toY: number) {
  const labels = new Uint8Array(SIZE.width * SIZE.height).fill(BACKGROUND);
  for (let y = 5; y < 55; y++) {
    for (let x = 10; x < 50; x++) labels[at(x, y)] = y < 30 ? UPPER : LOWER;
  }
  for (let y = fromY; y < toY; y++) {
    for (let x = fromX; x < toX; x++) labels[at(x, y)] = SKIN;
  }
  return labels;
}

describe('narrow pieces of skin', () => {
  it('below a hem are its shade on the trousers', () => {
    const labels = wornWith(15, 45, 30, 33);
    dropSkinScraps(labels, SIZE, UNIT);
    expect(labels).toEqual(wornWith(0, 0, 0, 0));
  });

  it('in a top are its print', () => {
    const labels = wornWith(20, 25, 10, 20);
    dropSkinScraps(labels, SIZE, UNIT);
    expect(labels).toEqual(wornWith(0, 0, 0, 0));
  });

  it('stay when a hand is as broad as that', () => {
    const labels = wornWith(20, 30, 26, 36);
    dropSkinScraps(labels, SIZE, UNIT);
    expect(labels[at(25, 30)]).toBe(SKIN);
  });

  it('stay as the fingers of a hand', () => {
    const labels = wornWith(20, 30, 40, 50);
    for (let y = 32; y < 40; y++) labels[at(22, y)] = SKIN;
    dropSkinScraps(labels, SIZE, UNIT);
    expect(labels[at(22, 35)]).toBe(SKIN);
  });

  it('stay beside the backdrop, where an arm shows behind the body', () => {
    const labels = wornWith(48, 50, 10, 25);
    dropSkinScraps(labels, SIZE, UNIT);
    expect(labels[at(49, 15)]).toBe(SKIN);
  });
});
