import { REGIONS } from '../../../person-analysis.ts';
import type { Evidence } from '../evidence/evidence.ts';
import type { RegionSeeds } from './region-models.ts';
import { BACKGROUND, SKIN } from './region-priors.ts';

/** Neighbouring pixels tell much the same, so that each one's colour counts less than in full. */
const COLOUR_WEIGHT = 0.7;
/** Any region can show a colour that its model has not met; garments are the most varied. */
const UNMET = {
  background: 2e-5,
  skin: 2e-5,
  hair: 2e-5,
  upper: 1e-4,
  lower: 2e-5,
  shoes: 1e-4,
} as const;
/** How surely a region unlike skin shows nothing that looks like it. */
const NOT_SKIN = 0.85;
/** Share of a picture's own colours in the models of skin and backdrop; the rest is known before. */
const LEARNT = 0.4;

/**
 * Adds the cost of looking like skin to the regions that do not.
 *
 * @param otherSkin as in `RegionSeeds`.
 */
export function addSkinPenalty(
  priors: Float32Array,
  { pixels, person }: Evidence,
  otherSkin: RegionSeeds['otherSkin'],
): void {
  const count = person.length;
  for (let region = 0; region < REGIONS.length; region++) {
    const skin = otherSkin[region];
    if (!skin) continue;
    for (let k = 0; k < pixels.length; k++) {
      const i = pixels[k]!;
      priors[region * count + i]! -= COLOUR_WEIGHT * Math.log(1 - NOT_SKIN * skin[i]!);
    }
  }
}

/**
 * Adds what the colours say to the priors.
 *
 * @param models probability of each histogram cell by region, in the order of `REGIONS`.
 * @param costs receives negative log posteriors up to a constant, plane after plane.
 */
export function regionCosts(
  priors: Float32Array,
  evidence: Evidence,
  models: readonly Float32Array[],
  costs: Float32Array,
): void {
  const { pixels, person } = evidence;
  const bins = evidence.bins.data;
  costs.set(priors);
  for (let region = 0; region < REGIONS.length; region++) {
    const model = models[region]!;
    const offset = region * person.length;
    const unmet = UNMET[REGIONS[region]!];
    if (region === SKIN || region === BACKGROUND) {
      const known = region === SKIN ? evidence.skinDensity : evidence.backdropDensity;
      for (let k = 0; k < pixels.length; k++) {
        const i = pixels[k]!;
        const seen = LEARNT * model[bins[i]!]! + (1 - LEARNT) * known[i]!;
        costs[offset + i]! -= COLOUR_WEIGHT * Math.log(seen + unmet);
      }
      continue;
    }
    const logs = model.map((mass) => -COLOUR_WEIGHT * Math.log(mass + unmet));
    for (let k = 0; k < pixels.length; k++) {
      const i = pixels[k]!;
      costs[offset + i]! += logs[bins[i]!]!;
    }
  }
}
