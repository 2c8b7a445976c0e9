import { PART } from '@proteus/contracts/person-parts.ts';
import { describe, expect, it } from 'vitest';
import type { GarmentAnalysis } from '../../../garment-analysis.ts';
import type { PersonAnalysis } from '../../../person-analysis.ts';
import { takeOffGloss } from './take-off-gloss.ts';

const SIZE = { width: 60, height: 200 };
const PIXELS = SIZE.width * SIZE.height;

/** A garment that fills its photo; its colours by row. */
function garmentOf(colourAt: (row: number) => readonly [number, number, number]): GarmentAnalysis {
  const data = new Uint8Array(3 * PIXELS);
  for (let i = 0; i < PIXELS; i++) data.set(colourAt(Math.floor(i / SIZE.width)), 3 * i);
  const alpha = { ...SIZE, data: new Float32Array(PIXELS).fill(1) };
  return { alpha, colour: { ...SIZE, data } } as GarmentAnalysis;
}

/** A person with black boots before a white wall. */
function personWithBlack(black: number): PersonAnalysis {
  const parts = new Uint8Array(PIXELS);
  const data = new Uint8Array(3 * PIXELS).fill(255);
  for (let i = 0; i < PIXELS / 2; i++) {
    parts[i] = PART['left-shoe'];
    data.fill(black, 3 * i, 3 * i + 3);
  }
  return {
    parts: { ...SIZE, data: parts },
    picture: { ...SIZE, data },
  } as unknown as PersonAnalysis;
}

/** Grey from 40 at the top to 120 at the bottom, as a softbox shines on leather. */
const leather = (row: number) => {
  const grey = Math.round(40 + (80 * row) / SIZE.height);
  return [grey, grey, grey] as const;
};

const greenAt = ({ colour }: GarmentAnalysis, row: number) =>
  colour.data[(row * SIZE.width + 30) * 3 + 1]!;

describe('takeOffGloss', () => {
  it('darkens black leather towards the blacks of the photo and evens out what shines on it', () => {
    const garment = garmentOf(leather);
    const worn = takeOffGloss(garment, personWithBlack(5));
    expect(greenAt(worn, 10)).toBeLessThan(greenAt(garment, 10) - 5);
    const before = greenAt(garment, 190) - greenAt(garment, 10);
    expect(greenAt(worn, 190) - greenAt(worn, 10)).toBeLessThan(0.8 * before);
  });

  it('makes nothing darker than the photo where that has no deeper black', () => {
    const garment = garmentOf(leather);
    expect(greenAt(takeOffGloss(garment, personWithBlack(60)), 0)).toBe(greenAt(garment, 0));
  });

  it.each([
    ['matt charcoal', () => [60, 60, 60] as const],
    [
      'black with a white print',
      (row: number) => (row % 8 < 3 ? ([230, 230, 230] as const) : ([15, 15, 15] as const)),
    ],
    ['navy satin', (row: number) => [leather(row)[0] - 20, leather(row)[0] - 10, 130] as const],
    [
      'pale grey satin',
      (row: number) => leather(row).map((v) => v + 100) as [number, number, number],
    ],
  ])('leaves %s alone', (_name, colourAt) => {
    const garment = garmentOf(colourAt as Parameters<typeof garmentOf>[0]);
    expect(takeOffGloss(garment, personWithBlack(5))).toBe(garment);
  });
});
