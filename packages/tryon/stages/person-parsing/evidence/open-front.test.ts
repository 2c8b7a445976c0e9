import { expect, it } from 'vitest';
import { LOWER } from '../regions/region-priors.ts';
import { type FlatFigureOptions, flatFigure } from '../testing/flat-figure.ts';
import { measuredFigure, measureFigure } from '../testing/measured-figure.ts';
import { hemPosition } from './hem-position.ts';
import { openFrontEnd } from './open-front.ts';

const JACKET = [190, 140, 90] as const;

/** A figure with the fronts of an open jacket at both sides, down to a row. */
function inJacket(end: number, options: FlatFigureOptions = {}) {
  const figure = flatFigure({ hem: 122, ...options });
  for (let y = 60; y < end; y++) {
    for (let x = 68; x < 124; x++) {
      const i = y * 192 + x;
      const isCloth = y < 122 ? figure.regions.data[i] === 3 : figure.regions.data[i] === LOWER;
      if (isCloth && Math.abs(x - 96) > 5) figure.picture.data.set(JACKET, i * 3);
    }
  }
  return measureFigure(figure);
}

it('finds how far a jacket hangs open over the shirt’s hem', () => {
  const { body, evidence } = inJacket(146);
  const hem = hemPosition(body, evidence);
  const end = openFrontEnd(body, evidence, { ...hem, down: (122 - 62) / 70 });
  expect(Math.abs(62 + end * 70 - 146)).toBeLessThan(4);
});

it('sees no open front where the same cloth ends all along one hem', () => {
  const { body, evidence } = measuredFigure({ hem: 122 });
  const hem = hemPosition(body, evidence);
  expect(openFrontEnd(body, evidence, hem)).toBe(hem.down);
});

it('sees no open front where top and trousers are of one cloth', () => {
  const cloth = [60, 62, 66] as const;
  const { body, evidence } = measuredFigure({ upper: cloth, lower: cloth });
  const hem = hemPosition(body, evidence);
  expect(openFrontEnd(body, evidence, hem)).toBe(hem.down);
});
