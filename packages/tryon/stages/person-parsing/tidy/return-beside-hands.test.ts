import { describe, expect, it } from 'vitest';
import { BACKGROUND, LOWER, SKIN } from '../regions/region-priors.ts';
import { returnBesideHands } from './return-beside-hands.ts';

const SIZE = 60;
const at = (x: number, y: number) => y * SIZE + x;
const SKIN_COLOUR = [65, 15, 18];
const DENIM = [45, -2, -12];
const WALL = [92, 0, 0];

/** A hand in columns 10 to 29 beside denim from column 30 on, with a piece of another colour in it. */
function scene(colour: readonly number[], fromX: number, toX: number, away = 0) {
  const labels = new Uint8Array(SIZE * SIZE).fill(BACKGROUND);
  const broadSkin = new Float32Array(SIZE * SIZE);
  const backdropDensity = new Float32Array(SIZE * SIZE);
  const lab = new Float32Array(SIZE * SIZE * 3);
  for (let y = 0; y < SIZE; y++) {
    for (let x = 0; x < SIZE; x++) {
      const i = at(x, y);
      const isPiece = x >= fromX && x < toX && y >= 20 && y < 40;
      const isHand = x >= 10 && x < 30;
      if (isHand) labels[i] = SKIN;
      else if (x >= 30) labels[i] = LOWER;
      const own = isHand ? SKIN_COLOUR : x >= 30 ? DENIM : WALL;
      const shown = isPiece ? colour : own;
      lab.set(shown, i * 3);
      broadSkin[i] = shown === SKIN_COLOUR ? 0.9 : 0;
      backdropDensity[i] = shown === WALL ? 1 : 0;
    }
  }
  const image = { width: SIZE, height: SIZE, data: lab };
  const hand = new Float32Array(SIZE * SIZE).fill(away);
  const body = { width: SIZE, height: SIZE, hands: [hand, hand] as const };
  returnBesideHands(labels, { ...body, broadSkin, backdropDensity, lab: image }, body);
  return labels;
}

describe('what is no hand beside a hand', () => {
  it('is the trousers’ where it has their colour in the hand’s shade', () => {
    const labels = scene([28, 0, -10], 24, 30);
    expect(labels[at(27, 30)]).toBe(LOWER);
    expect(labels[at(20, 30)]).toBe(SKIN);
  });

  it('is the backdrop where that shows through', () => {
    expect(scene(WALL, 18, 24)[at(20, 30)]).toBe(BACKGROUND);
  });

  it('is held by it when it has another colour', () => {
    expect(scene([20, 40, 30], 24, 30)[at(27, 30)]).toBe(SKIN);
  });

  it('stays skin away from hands, where legs are in the shade of a hem', () => {
    expect(scene([28, 0, -10], 24, 30, 1)[at(27, 30)]).toBe(SKIN);
  });
});
