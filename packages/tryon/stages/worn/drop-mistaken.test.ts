import { PART } from '@proteus/contracts/person-parts.ts';
import { thresholdPlane } from '@proteus/raster/threshold.ts';
import { expect, it } from 'vitest';
import { dropMistaken } from './drop-mistaken.ts';
import { drawWearer, WEARER, type WearerOptions } from './testing/drawn-wearer.ts';

const PAGE = [240, 240, 240] as const;

/** A strip of the page beside the torso that the parse took for cloth. */
const isGap = (x: number, y: number) => x >= 132 && x < 142 && y > 106 && y < 128;
const withGap = (options: WearerOptions) =>
  drawWearer({
    sleeve: 0,
    partAt: (x, y) => (isGap(x, y) ? PART['upper-clothes'] : undefined),
    colourAt: (x, y) => (isGap(x, y) ? PAGE : undefined),
    ...options,
  });
const clothOf = (person: ReturnType<typeof drawWearer>) => {
  const cloth = thresholdPlane(person.regions.upper, 0.5);
  dropMistaken(cloth, person);
  return (x: number, y: number) => cloth.data[y * WEARER.width + x];
};

it('a gap that shows the backdrop is no cloth', () => {
  const cloth = clothOf(withGap({}));
  expect(cloth(136, 118)).toBe(0);
  expect(cloth(100, 118)).toBe(255);
  expect(cloth(128, 118)).toBe(255);
});

it('cloth of the backdrop’s own colour stays whole', () => {
  const cloth = clothOf(withGap({ cloth: PAGE }));
  expect(cloth(136, 118)).toBe(255);
  expect(cloth(128, 100)).toBe(255);
});

it('skin at the end of a neckline is no cloth', () => {
  const isEnd = (x: number, y: number) => x > 92 && x < 108 && y >= 56 && y < 64;
  const cloth = clothOf(
    drawWearer({ colourAt: (x, y) => (isEnd(x, y) ? [220, 170, 140] : undefined) }),
  );
  expect(cloth(100, 60)).toBe(0);
  expect(cloth(100, 70)).toBe(255);
});
