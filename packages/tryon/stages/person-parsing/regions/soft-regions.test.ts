import { resizeRgb } from '@proteus/raster/resize-rgb.ts';
import { rgbToLab } from '@proteus/raster/rgb-to-lab.ts';
import { describe, expect, it } from 'vitest';
import { fullSizeParts } from '../full-size-parts.ts';
import { BACKGROUND, UPPER } from './region-priors.ts';
import { softRegions } from './soft-regions.ts';

/** Dark cloth left of a column, with that column's pixels an even mixture with the pale wall. */
function dividedPicture(column: number) {
  const width = 48;
  const height = 32;
  const data = new Uint8Array(width * height * 3);
  for (let i = 0; i < width * height; i++) {
    const x = i % width;
    data.fill(x < column ? 40 : x === column ? 130 : 220, i * 3, i * 3 + 3);
  }
  return { width, height, data };
}

/** Labels at half the size, divided at a column of the parse. */
const dividedLabels = (column: number) =>
  Uint8Array.from({ length: 24 * 16 }, (_, i) => (i % 24 < column ? UPPER : BACKGROUND));

describe('softRegions', () => {
  const picture = dividedPicture(22);
  const small = rgbToLab(resizeRgb(picture, 24, 16));

  it('moves an edge to where the picture has it and makes its pixels mixtures', () => {
    const { upper, background } = softRegions(dividedLabels(12), small, rgbToLab(picture));
    const row = 16 * 48;
    expect(upper.data[row + 20]).toBeGreaterThan(0.95);
    expect(upper.data[row + 22]).toBeGreaterThan(0.3);
    expect(upper.data[row + 22]).toBeLessThan(0.7);
    expect(upper.data[row + 24]).toBeLessThan(0.1);
    expect(background.data[row + 24]! + upper.data[row + 24]!).toBeCloseTo(1, 5);
  });

  it('is exactly 0 or 1 away from edges', () => {
    const { upper } = softRegions(dividedLabels(11), small, rgbToLab(picture));
    expect(upper.data[16 * 48 + 4]).toBe(1);
    expect(upper.data[16 * 48 + 44]).toBe(0);
  });

  it('hands its outlines on to the parts', () => {
    const labels = dividedLabels(12);
    const regions = softRegions(labels, small, rgbToLab(picture));
    const parts = labels.map((label) => (label === UPPER ? 11 : 0));
    const full = fullSizeParts(regions, labels, parts, { width: 24, height: 16 });
    expect(full.data[16 * 48 + 21]).toBe(11);
    expect(full.data[16 * 48 + 23]).toBe(0);
  });
});
