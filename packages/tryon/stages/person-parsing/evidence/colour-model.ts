import type { ColourBins } from '@proteus/raster/colour-bins.ts';
import {
  accumulateColours,
  createColourHistogram,
  normaliseHistogram,
  smoothHistogram,
} from '@proteus/raster/colour-histogram.ts';

/** Volume of a histogram cell in L*a*b* units cubed, to compare densities with a cell's mass. */
export const BIN_VOLUME = 12.5 * 4 * 4;

/** Probability of each colour cell among weighted pixels; all 0 when no pixel counts. */
export function colourModel(bins: ColourBins, weights: Float32Array): Float32Array {
  const histogram = createColourHistogram();
  accumulateColours(histogram, bins, { width: bins.width, height: bins.height, data: weights });
  return normaliseHistogram(smoothHistogram(histogram));
}
