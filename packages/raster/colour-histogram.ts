import { CHROMA_BINS, type ColourBins, LIGHTNESS_BINS } from './colour-bins.ts';
import { requireSameSize } from './require-same-size.ts';
import type { Mask, Plane } from './types.ts';

/** Weight of each bin of `colour-bins.ts`: 8 lightness × 32 a × 32 b. */
export type ColourHistogram = Float32Array;

/** A histogram with nothing in it. */
export function createColourHistogram(): ColourHistogram {
  return new Float32Array(LIGHTNESS_BINS * CHROMA_BINS * CHROMA_BINS);
}

/**
 * Adds every pixel's colour to the histogram (in place) with its weight; without weights each
 * pixel counts 1. A mask's set pixels count 1 each.
 *
 * @throws {RangeError} when the sizes differ.
 */
export function accumulateColours(
  histogram: ColourHistogram,
  bins: ColourBins,
  weights?: Plane | Mask,
): void {
  if (weights === undefined) {
    for (let i = 0; i < bins.data.length; i++) histogram[bins.data[i]!]! += 1;
    return;
  }
  requireSameSize(bins, weights);
  const scale = weights.data instanceof Uint8Array;
  for (let i = 0; i < bins.data.length; i++) {
    const weight = weights.data[i]!;
    if (weight !== 0) histogram[bins.data[i]!]! += scale ? 1 : weight;
  }
}

/** Spreads every bin to its neighbours, 1 : 2 : 1 along each axis; the sum stays. */
export function smoothHistogram(histogram: ColourHistogram): ColourHistogram {
  const alongB = smoothAxis(histogram, 1, CHROMA_BINS);
  const alongA = smoothAxis(alongB, CHROMA_BINS, CHROMA_BINS);
  return smoothAxis(alongA, CHROMA_BINS * CHROMA_BINS, LIGHTNESS_BINS);
}

/** The histogram divided by its sum; an empty one stays empty. */
export function normaliseHistogram(histogram: ColourHistogram): ColourHistogram {
  let sum = 0;
  for (let i = 0; i < histogram.length; i++) sum += histogram[i]!;
  const scale = sum > 0 ? 1 / sum : 0;
  return histogram.map((weight) => weight * scale);
}

function smoothAxis(histogram: ColourHistogram, stride: number, bins: number): ColourHistogram {
  const smoothed = new Float32Array(histogram.length);
  for (let i = 0; i < histogram.length; i++) {
    const position = Math.floor(i / stride) % bins;
    const here = histogram[i]!;
    const before = position > 0 ? histogram[i - stride]! : here;
    const after = position < bins - 1 ? histogram[i + stride]! : here;
    smoothed[i] = 0.5 * here + 0.25 * (before + after);
  }
  return smoothed;
}
