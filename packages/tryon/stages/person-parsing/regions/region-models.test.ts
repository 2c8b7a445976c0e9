import { expect, it } from 'vitest';
import { flatFigure } from '../testing/flat-figure.ts';
import { measureFigure } from '../testing/measured-figure.ts';
import { regionModels } from './region-models.ts';
import { SKIN } from './region-priors.ts';

/** How common the colour of a red print is among skin, when the print was taken for skin. */
function redAmongSkin(left: number, top: number): number {
  const figure = flatFigure({ sleeve: 0 });
  const labels = figure.regions.data.slice();
  for (let y = top; y < top + 8; y++) {
    for (let x = left; x < left + 8; x++) {
      figure.picture.data.set([200, 20, 40], (y * 192 + x) * 3);
      labels[y * 192 + x] = SKIN;
    }
  }
  const { body, evidence } = measureFigure(figure);
  const model = regionModels(labels, evidence, body, Array(6).fill(null))[SKIN]!;
  return model[evidence.bins.data[(top + 4) * 192 + left + 4]!]!;
}

it('does not learn from a print beside an arm that skin is red, but learns what a hand holds', () => {
  expect(redAmongSkin(112, 100)).toBeLessThan(0.2 * redAmongSkin(139, 132));
});
