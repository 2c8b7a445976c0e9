import type { ColourBins } from '@proteus/raster/colour-bins.ts';
import { REGIONS } from '../../person-analysis.ts';
import { BACKGROUND, SKIN } from './region-priors.ts';

/** Neighbouring pixels tell much the same, so that each one's colour counts less than in full. */
const COLOUR_WEIGHT = 0.7;
/** Any region can show a colour that its model has not met. */
const UNMET = 2e-5;
/** How surely a region unlike skin shows nothing that looks like it. */
const NOT_SKIN = 0.85;

/**
 * Adds what the colours say to the priors.
 *
 * @param models probability of each histogram cell by region, in the order of `REGIONS`.
 * @param skin density of the skin's colours at each pixel, in mass per histogram cell.
 * @param backdrop the same of the backdrop behind the person.
 * @param broadSkin likelihood of skin in whatever light, 0 to 1.
 * @param unlikeSkin for each region, whether what it shows is surely not of skin's colours.
 * @returns negative log posteriors up to a constant, plane after plane.
 */
export function regionCosts(
  priors: Float32Array,
  bins: ColourBins,
  models: readonly Float32Array[],
  skin: Float32Array,
  backdrop: Float32Array,
  broadSkin: Float32Array,
  unlikeSkin: readonly boolean[],
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
    const known = region === SKIN ? skin : region === BACKGROUND ? backdrop : null;
    if (known !== null) {
      for (let i = 0; i < count; i++) {
        const seen = 0.4 * model[bins.data[i]!]! + 0.6 * known[i]!;
        costs[offset + i] = priors[offset + i]! - COLOUR_WEIGHT * Math.log(seen + UNMET);
      }
    } else if (unlikeSkin[region]) {
      for (let i = 0; i < count; i++) {
        costs[offset + i] =
          priors[offset + i]! +
          logs[bins.data[i]!]! -
          COLOUR_WEIGHT * Math.log(1 - NOT_SKIN * broadSkin[i]!);
      }
    } else {
      for (let i = 0; i < count; i++) {
        costs[offset + i] = priors[offset + i]! + logs[bins.data[i]!]!;
      }
    }
  }
  return costs;
}
