import { describe, expect, it } from 'vitest';
import { HAIR, SKIN, UPPER } from '../regions/region-priors.ts';
import { returnCollar } from './return-collar.ts';

const SIZE = 60;
const at = (x: number, y: number) => y * SIZE + x;
const PLATINUM = [66, 3, 13];
const WHITE = [80, 1, 1];
const RED = [35, 55, 30];

/**
 * Hair left of column 20 down to row 44, skin beside it to row 34, a white collar from there to row
 * 39 and red cloth below; the collar is taken for hair up to column `lost`.
 */
function scene(lost: number, collar = WHITE) {
  const labels = new Uint8Array(SIZE * SIZE);
  const lab = new Float32Array(SIZE * SIZE * 3);
  const faceUp = new Float32Array(SIZE * SIZE);
  const down = new Float32Array(SIZE * SIZE);
  for (let y = 0; y < SIZE; y++) {
    for (let x = 0; x < SIZE; x++) {
      const isHair = x < 20 && y < 45;
      const onCollar = y >= 35 && y < 40;
      const region = y < 35 ? SKIN : UPPER;
      const isLost = onCollar && x < lost;
      labels[at(x, y)] = isHair || isLost ? HAIR : region;
      const colour = isHair ? PLATINUM : onCollar ? collar : region === SKIN ? [70, 12, 18] : RED;
      const strand = isHair ? 4 * ((x % 3) - 1) : 0;
      lab.set([colour[0]! + strand, colour[1]!, colour[2]!], at(x, y) * 3);
      faceUp[at(x, y)] = y < 30 ? 0 : -2;
      down[at(x, y)] = (y - 35) / 100;
    }
  }
  const across = new Float32Array(SIZE * SIZE);
  const body = { width: SIZE, height: SIZE, down, across, faceUp };
  returnCollar(labels, { width: SIZE, height: SIZE, data: lab }, body);
  return labels;
}

describe('a collar beside hair', () => {
  it('goes back to the top where it goes on in its own colour', () => {
    const labels = scene(30);
    expect(labels[at(22, 37)]).toBe(UPPER);
    expect(labels[at(28, 36)]).toBe(UPPER);
    expect(labels[at(18, 37)]).toBe(HAIR);
  });

  it('stays hair when little of it is known to be the top’s', () => {
    expect(scene(52)[at(30, 37)]).toBe(HAIR);
  });

  it('stays hair when it has the colour of hair', () => {
    expect(scene(30, [64, 4, 14])[at(25, 37)]).toBe(HAIR);
  });
});
