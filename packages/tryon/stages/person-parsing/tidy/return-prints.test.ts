import { expect, it } from 'vitest';
import { LOWER, UPPER } from '../regions/region-priors.ts';
import { measuredFigure } from '../testing/measured-figure.ts';
import { returnPrints } from './return-prints.ts';

const HEM = { down: 1, bareFrom: 1, clarity: 1 };

/** Labels of top over trousers that meet at the hips, with one piece of trousers above. */
function withPiece(left: number, right: number, top: number) {
  const { body } = measuredFigure();
  const labels = new Uint8Array(192 * 256).fill(UPPER);
  labels.fill(LOWER, 132 * 192);
  for (let y = top; y < 132; y++) labels.fill(LOWER, y * 192 + left, y * 192 + right);
  returnPrints(labels, body, HEM, 46);
  return labels;
}

it('gives a print’s dark legs that touch the trousers back to the top', () => {
  const labels = withPiece(94, 99, 124);
  expect(labels[128 * 192 + 96]).toBe(UPPER);
  expect(labels[133 * 192 + 96]).toBe(LOWER);
});

it('leaves a waist that curves up, and a high waist, to the trousers', () => {
  expect(withPiece(92, 101, 129)[130 * 192 + 96]).toBe(LOWER);
  expect(withPiece(80, 112, 110)[120 * 192 + 96]).toBe(LOWER);
});

it('leaves trousers beside an arm alone', () => {
  expect(withPiece(114, 119, 122)[126 * 192 + 116]).toBe(LOWER);
});
