import { boxBlur } from '@proteus/raster/box-blur.ts';
import { colourBins } from '@proteus/raster/colour-bins.ts';
import type { LabImage } from '@proteus/raster/types.ts';
import { REGIONS } from '../../person-analysis.ts';
import type { Pose } from '../../pose.ts';
import type { BodyCoordinates } from './body-coordinates.ts';
import { colourModel } from './colour-model.ts';
import { type HemPosition, hemPosition } from './hem-position.ts';
import { parseConfidence } from './parse-confidence.ts';
import { regionCosts } from './region-costs.ts';
import { regionMembers, regionSeeds } from './region-models.ts';
import { regionPriors } from './region-priors.ts';
import { skinLikelihood } from './skin-tone.ts';

/** A parse at the parse size. */
export interface RegionParse {
  /** Index into `REGIONS` of each pixel. */
  readonly labels: Uint8Array;
  readonly hem: HemPosition;
  /** 0 to 1, see `parseConfidence`. */
  readonly confidence: number;
}

/** The cheapest region of each pixel. */
function cheapest(costs: Float32Array, count: number): Uint8Array {
  const labels = new Uint8Array(count);
  for (let i = 0; i < count; i++) {
    let best = 0;
    for (let region = 1; region < REGIONS.length; region++) {
      if (costs[region * count + i]! < costs[best * count + i]!) best = region;
    }
    labels[i] = best;
  }
  return labels;
}

/** Averages each region's costs over small neighbourhoods. */
function smoothed(costs: Float32Array, width: number, height: number): Float32Array {
  const count = width * height;
  const result = new Float32Array(costs.length);
  for (let region = 0; region < REGIONS.length; region++) {
    const data = costs.subarray(region * count, (region + 1) * count);
    result.set(boxBlur({ width, height, data }, 2).data, region * count);
  }
  return result;
}

/** Which pixels show the torso's front, with no arm before it. */
function torsoWeights(body: BodyCoordinates, person: Float32Array) {
  const weights = new Float32Array(person.length);
  for (let i = 0; i < weights.length; i++) {
    if (Math.abs(body.across[i]!) > 0.4 || person[i]! < 0.5) continue;
    const arm = Math.min(
      body.forearms[0][i]!,
      body.forearms[1][i]!,
      body.hands[0][i]!,
      body.hands[1][i]!,
    );
    if (arm > 0.13) weights[i] = person[i]!;
  }
  return weights;
}

/** Rounds of labelling and learning the regions' colours anew. */
const ROUNDS = 3;

/**
 * Assigns every pixel to a region by its place on the body and by its colour; colours are learnt
 * from this very picture, in turns with the labelling.
 *
 * @param lab the picture at the parse size, as are `body` and `person`.
 * @param person probability of each pixel to belong to the person.
 * @param tone the person's skin, L*a*b*.
 * @see Rother, Kolmogorov & Blake 2004, "GrabCut".
 */
export function parseRegions(
  lab: LabImage,
  body: BodyCoordinates,
  pose: Pose,
  person: Float32Array,
  tone: readonly [number, number, number],
): RegionParse {
  const { width, height } = lab;
  const count = width * height;
  const bins = colourBins(lab);
  const skin = skinLikelihood(lab, tone);
  const hem = hemPosition(body, bins, torsoWeights(body, person), skin);
  const priors = regionPriors(body, pose, person, hem);
  const seeds = regionSeeds(body, person, skin, hem);
  let weights = seeds.weights;
  for (let round = 1; ; round++) {
    const models = weights.map((weight) => colourModel(bins, weight));
    const costs = smoothed(regionCosts(priors, bins, models, skin), width, height);
    const labels = cheapest(costs, count);
    if (round === ROUNDS) return { labels, hem, confidence: parseConfidence(costs, person) };
    weights = regionMembers(labels, person, skin, seeds.unlikeSkin);
  }
}
