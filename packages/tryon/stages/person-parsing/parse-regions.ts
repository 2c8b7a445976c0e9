import { boxBlur } from '@proteus/raster/box-blur.ts';
import { type ColourBins, colourBins } from '@proteus/raster/colour-bins.ts';
import type { LabImage, RgbImage } from '@proteus/raster/types.ts';
import { REGIONS } from '../../person-analysis.ts';
import type { Pose } from '../../pose.ts';
import { backgroundDensity } from './background-density.ts';
import type { BodyCoordinates } from './body-coordinates.ts';
import { colourModel } from './colour-model.ts';
import { type HemPosition, hemPosition } from './hem-position.ts';
import { parseConfidence } from './parse-confidence.ts';
import { regionCosts } from './region-costs.ts';
import { boundaryCosts, cutRegions } from './region-cut.ts';
import { regionMembers, regionSeeds } from './region-models.ts';
import { BACKGROUND, HAIR, LOWER, regionPriors, SKIN, UPPER } from './region-priors.ts';
import { SKIN_DENSITY, type SkinTone, skinLikelihood } from './skin-tone.ts';
import { sleeveEnds } from './sleeve-ends.ts';
import { tidyLabels } from './tidy-labels.ts';

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

/** What cloth shows, in mass per colour cell, when nothing is known of its colour. */
const ANY_CLOTH = 1e-3;
const HARDLY_SKIN = 3e-4;

/** Log odds of skin against the upper garment by colour alone. */
function skinEvidence(bins: ColourBins, cloth: Float32Array, skin: Float32Array): Float32Array {
  return skin.map((alike, i) =>
    Math.log((SKIN_DENSITY * alike + HARDLY_SKIN) / (cloth[bins.data[i]!]! + ANY_CLOTH)),
  );
}

/** Rounds of labelling and learning the regions' colours anew. */
const ROUNDS = 3;
/** Order of the cut's expansions: large regions first, so that small ones carve into them. */
const EXPANSIONS = [BACKGROUND, UPPER, LOWER, SKIN, HAIR, BACKGROUND, UPPER];

/**
 * Assigns every pixel to a region by its place on the body and by its colour; colours are learnt
 * from this very picture, in turns with the labelling.
 *
 * @param picture at the parse size, as are `lab`, `body` and `person`.
 * @param person probability of each pixel to belong to the person.
 * @param tones the person's skin.
 * @param scale parse pixels per picture pixel.
 * @param unit body unit in picture pixels.
 * @see Rother, Kolmogorov & Blake 2004, "GrabCut".
 */
export function parseRegions(
  picture: RgbImage,
  lab: LabImage,
  body: BodyCoordinates,
  pose: Pose,
  person: Float32Array,
  tones: readonly SkinTone[],
  scale: number,
  unit: number,
): RegionParse {
  const { width, height } = lab;
  const count = width * height;
  const bins = colourBins(lab);
  const skin = skinLikelihood(lab, tones);
  const broadSkin = skinLikelihood(lab, tones, 1.6);
  const hem = hemPosition(body, bins, torsoWeights(body, person), skin, broadSkin);
  const seeds = regionSeeds(body, person, skin, broadSkin, hem);
  const skinDensity = skin.map((alike) => alike * SKIN_DENSITY);
  const backdrop = backgroundDensity(picture, lab, person);
  const cloth = colourModel(bins, seeds.weights[UPPER]!);
  const sleeves = sleeveEnds(pose, skinEvidence(bins, cloth, broadSkin), lab, scale, unit);
  const priors = regionPriors(body, pose, person, hem, sleeves);
  let weights = seeds.weights;
  for (let round = 1; ; round++) {
    const models = weights.map((weight) => colourModel(bins, weight));
    const costs = regionCosts(
      priors,
      bins,
      models,
      skinDensity,
      backdrop,
      broadSkin,
      seeds.unlikeSkin,
    );
    const calm = smoothed(costs, width, height);
    const labels = cheapest(calm, count);
    if (round === ROUNDS) {
      cutRegions(costs, boundaryCosts(lab), labels, EXPANSIONS);
      tidyLabels(labels, body);
      return { labels, hem, confidence: parseConfidence(calm, person) };
    }
    weights = regionMembers(labels, person, broadSkin, seeds.unlikeSkin);
  }
}
