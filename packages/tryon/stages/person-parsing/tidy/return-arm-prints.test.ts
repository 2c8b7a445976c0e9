import { describe, expect, it } from 'vitest';
import { BACKGROUND, LOWER, SKIN, UPPER } from '../regions/region-priors.ts';
import { returnArmPrints } from './return-arm-prints.ts';

const SIZE = 40;
const UNIT = 100;
const at = (x: number, y: number) => y * SIZE + x;

/** An arm in columns 4 to 13 beside a top in columns 14 to 35. */
function scene() {
  const labels = new Uint8Array(SIZE * SIZE).fill(BACKGROUND);
  const broadSkin = new Float32Array(SIZE * SIZE);
  for (let y = 0; y < SIZE; y++) {
    for (let x = 4; x < 36; x++) labels[at(x, y)] = x < 14 ? SKIN : UPPER;
    for (let x = 4; x < 14; x++) broadSkin[at(x, y)] = 0.9;
  }
  const far = new Float32Array(SIZE * SIZE).fill(2);
  const across = new Float32Array(SIZE * SIZE).fill(-0.5);
  const body = { width: SIZE, height: SIZE, hands: [far, far] as const, across };
  const odd = (fromX: number, toX: number, fromY: number, toY: number) => {
    for (let y = fromY; y < toY; y++) for (let x = fromX; x < toX; x++) broadSkin[at(x, y)] = 0;
  };
  return { labels, broadSkin, body, odd };
}

describe('prints of the top beside a bare arm', () => {
  it('go back to the top when they touch it and are no colour of skin', () => {
    const { labels, broadSkin, body, odd } = scene();
    odd(11, 14, 10, 20);
    returnArmPrints(labels, { broadSkin }, body, UNIT);
    expect(labels[at(12, 15)]).toBe(UPPER);
    expect(labels[at(12, 25)]).toBe(SKIN);
    expect(labels[at(8, 15)]).toBe(SKIN);
  });

  it('take the crumbs of skin colour between them along', () => {
    const { labels, broadSkin, body, odd } = scene();
    odd(12, 14, 10, 20);
    broadSkin[at(13, 15)] = 0.9;
    returnArmPrints(labels, { broadSkin }, body, UNIT);
    expect(labels[at(13, 15)]).toBe(UPPER);
  });

  it('are the lower clothes’ as far down as those lie beside them', () => {
    const { labels, broadSkin, body, odd } = scene();
    for (let y = 20; y < SIZE; y++) for (let x = 14; x < 36; x++) labels[at(x, y)] = LOWER;
    odd(12, 14, 4, 26);
    returnArmPrints(labels, { broadSkin }, body, UNIT);
    expect(labels[at(12, 15)]).toBe(UPPER);
    expect(labels[at(12, 23)]).toBe(LOWER);
    expect(labels[at(12, 32)]).toBe(SKIN);
  });

  it('leave a bracelet and what a hand holds alone', () => {
    const { labels, broadSkin, body, odd } = scene();
    odd(4, 12, 10, 13);
    odd(11, 14, 30, 36);
    const near = new Float32Array(SIZE * SIZE).fill(2);
    near.fill(0.05, at(0, 28));
    returnArmPrints(labels, { broadSkin }, { ...body, hands: [near, near] }, UNIT);
    expect(labels[at(8, 11)]).toBe(SKIN);
    expect(labels[at(12, 33)]).toBe(SKIN);
  });
});
