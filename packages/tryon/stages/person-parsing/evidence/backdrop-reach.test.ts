import { describe, expect, it } from 'vitest';
import { regionSeeds } from '../regions/region-models.ts';
import { BACKGROUND, LOWER, SKIN, UPPER } from '../regions/region-priors.ts';
import { type FlatFigureOptions, flatFigure } from '../testing/flat-figure.ts';
import { measureFigure } from '../testing/measured-figure.ts';
import { dropSlivers } from '../tidy/drop-slivers.ts';
import { backdropReach } from './backdrop-reach.ts';
import { colourModel } from './colour-model.ts';
import { hemPosition } from './hem-position.ts';

const GAP = 112 * 192 + 125;
const CHEST = 100 * 192 + 96;

/** A figure whose person mask covers the gaps between arms and waist. */
function overreached(options: FlatFigureOptions = {}) {
  const figure = flatFigure(options);
  const { data } = figure.pose.personMask;
  for (let y = 70; y < 128; y++) data.fill(1, y * 192 + 60, y * 192 + 134);
  const measured = measureFigure(figure);
  const { body, evidence } = measured;
  const hem = hemPosition(body, evidence);
  const { weights } = regionSeeds(body, evidence, hem, hem.down);
  const [top, lower] = [UPPER, LOWER].map((region) => colourModel(evidence.bins, weights[region]!));
  const clothes = { top: top!, lower: [lower!] };
  return { ...measured, reached: backdropReach(body, evidence, clothes, 46) };
}

describe('backdropReach', () => {
  it('finds the backdrop between arm and waist under a coarse person mask', () => {
    const { reached, regions } = overreached();
    expect(regions.data[GAP]).toBe(BACKGROUND);
    expect(reached[GAP]).toBe(1);
    expect(reached[CHEST]).toBe(0);
  });

  it('tells the backdrop from clothes of nearly its colour', () => {
    const { reached } = overreached({ upper: [196, 196, 198] });
    expect(reached[GAP]).toBe(1);
    expect(reached[CHEST]).toBe(0);
  });

  it('takes nothing of clothes that have the backdrop’s colour', () => {
    const { reached } = overreached({ upper: [214, 214, 216] });
    expect(reached[CHEST]).toBe(0);
    expect(reached[110 * 192 + 120]).toBe(0);
  });
});

describe('dropSlivers', () => {
  it('gives a sliver of wall beside the neck to the backdrop, but not a white shirt', () => {
    const { evidence, regions } = overreached({ upper: [214, 214, 216] });
    const labels = regions.data.slice();
    for (let y = 46; y < 54; y++) labels.fill(UPPER, y * 192 + 104, y * 192 + 106);
    expect(labels[50 * 192 + 101]).toBe(SKIN);
    dropSlivers(labels, evidence, 46);
    expect(labels[50 * 192 + 104]).toBe(BACKGROUND);
    expect(labels[CHEST]).toBe(UPPER);
    expect(labels[90 * 192 + 116]).toBe(UPPER);
  });

  it('keeps a narrow piece of another colour than the wall', () => {
    const { evidence, regions, picture } = overreached();
    expect(picture.width).toBe(192);
    const labels = regions.data.slice();
    for (let y = 46; y < 56; y++) labels.fill(UPPER, y * 192 + 100, y * 192 + 102);
    dropSlivers(labels, evidence, 46);
    expect(labels[50 * 192 + 100]).toBe(UPPER);
  });
});
