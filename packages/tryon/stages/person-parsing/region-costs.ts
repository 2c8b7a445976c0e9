import type { ColourBins } from '@proteus/raster/colour-bins.ts';
import { REGIONS } from '../../person-analysis.ts';
import { SKIN } from './region-priors.ts';
import { SKIN_DENSITY } from './skin-tone.ts';

/** Neighbouring pixels tell much the same, so that each one's colour counts less than in full. */
const COLOUR_WEIGHT = 0.7;
/** Any region can show a colour that its model has not met. */
const UNMET = 2e-5;

/**
 * Adds what the colours say to the priors.
 *
 * @param models probability of each histogram cell by region, in the order of `REGIONS`.
 * @param skin likelihood of the skin tone, 0 to 1.
 * @returns negative log posteriors up to a constant, plane after plane.
 */
export function regionCosts(
  priors: Float32Array,
  bins: ColourBins,
  models: readonly Float32Array[],
  skin: Float32Array,
): Float32Array {
  const count = bins.data.length;
  const costs = new Float32Array(priors.length);
  for (let region = 0; region < REGIONS.length; region++) {
    const model = models[region]!;
    const logs = new Float32Array(model.length);
    for (let bin = 0; bin < logs.length; bin++) {
      logs[bin] = -COLOUR_WEIGHT * Math.log(model[bin]! + UNMET);
    }
    const offset = region * count;
    if (region === SKIN) {
      for (let i = 0; i < count; i++) {
        const seen = 0.4 * model[bins.data[i]!]! + 0.6 * SKIN_DENSITY * skin[i]!;
        costs[offset + i] = priors[offset + i]! - COLOUR_WEIGHT * Math.log(seen + UNMET);
      }
    } else {
      for (let i = 0; i < count; i++) {
        costs[offset + i] = priors[offset + i]! + logs[bins.data[i]!]!;
      }
    }
  }
  return costs;
}
