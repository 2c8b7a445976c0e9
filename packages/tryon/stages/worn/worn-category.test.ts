import { expect, it } from 'vitest';
import { CLOTH, drawWearer } from './testing/drawn-wearer.ts';
import { decideWornCategory } from './worn-category.ts';

it.each([
  ['a top over trousers is meant as the top', {}, 'upper'],
  ['so it is where both have one colour', { lower: CLOTH }, 'upper'],
  ['a top over a skirt of another colour is', { skirt: true }, 'upper'],
  ['what goes on as a skirt in its colour is a dress', { skirt: true, lower: CLOTH }, 'dress'],
] as const)('%s', (_what, options, category) => {
  const found = decideWornCategory(drawWearer(options));
  expect(found.category).toBe(category);
  expect(found.confidence).toBeGreaterThan(0.9);
});
