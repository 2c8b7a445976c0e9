import { describe, expect, it } from 'vitest';
import { colourBin, colourBins, lookUpBins } from './colour-bins.ts';
import {
  accumulateColours,
  createColourHistogram,
  normaliseHistogram,
  smoothHistogram,
} from './colour-histogram.ts';
import { createPlane } from './create-plane.ts';

const lab = { width: 3, height: 1, data: Float32Array.of(50, 0, 0, 50, 1, 1, 99, -100, 100) };
const sum = (values: Float32Array) => values.reduce((total, value) => total + value, 0);

describe('colourBin', () => {
  it('puts every colour into one of 8192 bins', () => {
    expect(colourBin(0, -64, -64)).toBe(0);
    expect(colourBin(100, 200, 200)).toBe(8191);
    expect(colourBin(-5, -200, -200)).toBe(0);
    expect(colourBin(12.5, -60, -64)).toBe(1024 + 32);
    expect(Array.from(colourBins(lab).data)).toEqual([
      colourBin(50, 0, 0),
      colourBin(50, 1, 1),
      7 * 1024 + 31,
    ]);
  });
});

describe('colour histograms', () => {
  it('count pixels, weighted by a plane, or chosen by a mask', () => {
    const bins = colourBins(lab);
    const all = createColourHistogram();
    accumulateColours(all, bins);
    expect(Array.from(lookUpBins(all, bins).data)).toEqual([2, 2, 1]);

    const weighted = createColourHistogram();
    accumulateColours(weighted, bins, { width: 3, height: 1, data: Float32Array.of(0.5, 0.25, 3) });
    expect(Array.from(lookUpBins(weighted, bins).data)).toEqual([0.75, 0.75, 3]);

    const masked = createColourHistogram();
    accumulateColours(masked, bins, { width: 3, height: 1, data: Uint8Array.of(255, 0, 7) });
    expect(Array.from(lookUpBins(masked, bins).data)).toEqual([1, 1, 1]);
  });

  it('refuse weights of another size', () => {
    const bins = colourBins(lab);
    expect(() => accumulateColours(createColourHistogram(), bins, createPlane(2, 1))).toThrow(
      RangeError,
    );
  });

  it('spread 1 : 2 : 1 along each axis and keep the sum, also at the ends', () => {
    const middle = createColourHistogram();
    middle[colourBin(50, 0, 0)] = 64;
    const smooth = smoothHistogram(middle);
    expect(smooth[colourBin(50, 0, 0)]).toBe(8);
    expect(smooth[colourBin(50, 4, 0)]).toBe(4);
    expect(smooth[colourBin(37.5, 0, -4)]).toBe(2);
    expect(smooth[colourBin(62.5, -4, 4)]).toBe(1);
    expect(smooth[colourBin(50, 8, 0)]).toBe(0);
    expect(sum(smooth)).toBe(64);

    const corner = createColourHistogram();
    corner[0] = 64;
    expect(smoothHistogram(corner)[0]).toBe(27);
    expect(sum(smoothHistogram(corner))).toBe(64);
  });

  it('normalise to 1, or stay empty', () => {
    const histogram = createColourHistogram();
    expect(sum(normaliseHistogram(histogram))).toBe(0);
    histogram[5] = 3;
    histogram[6] = 1;
    expect(normaliseHistogram(histogram)[5]).toBe(0.75);
  });
});
