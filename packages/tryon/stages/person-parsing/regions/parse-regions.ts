import type { Mask } from '@proteus/raster/types.ts';
import { REGIONS } from '../../../person-analysis.ts';
import type { Pose } from '../../../pose.ts';
import { backdropReach } from '../evidence/backdrop-reach.ts';
import type { BodyCoordinates } from '../evidence/body-coordinates.ts';
import { colourModel } from '../evidence/colour-model.ts';
import type { Evidence } from '../evidence/evidence.ts';
import { hemPosition } from '../evidence/hem-position.ts';
import { type LimbColours, limbEnds } from '../evidence/limb-ends.ts';
import { openFrontEnd } from '../evidence/open-front.ts';
import { dropHairThreads } from '../tidy/drop-hair-threads.ts';
import { dropNeckThreads } from '../tidy/drop-neck-threads.ts';
import { dropSkinScraps } from '../tidy/drop-skin-scraps.ts';
import { dropSlivers } from '../tidy/drop-slivers.ts';
import { recoverStraps } from '../tidy/recover-straps.ts';
import { returnArmPrints } from '../tidy/return-arm-prints.ts';
import { returnAtBottom } from '../tidy/return-at-bottom.ts';
import { returnBesideHands } from '../tidy/return-beside-hands.ts';
import { returnCollar } from '../tidy/return-collar.ts';
import { returnPrints } from '../tidy/return-prints.ts';
import { tidyLabels } from '../tidy/tidy-labels.ts';
import { correctLabels } from './paint-strokes.ts';
import { parseConfidence } from './parse-confidence.ts';
import { addSkinPenalty, regionCosts } from './region-costs.ts';
import { boundaryCosts, cutRegions } from './region-cut.ts';
import { regionModels, regionSeeds } from './region-models.ts';
import { BACKGROUND, HAIR, LOWER, regionPriors, SHOES, SKIN, UPPER } from './region-priors.ts';
import { addStrokeEvidence } from './stroke-evidence.ts';

/** Rounds of learning the regions' colours anew before the cut. */
const ROUNDS = 2;
/** Order of the cut's expansions: large regions first, so that small ones carve into them. */
const EXPANSIONS = [BACKGROUND, UPPER, LOWER, SKIN, HAIR, SHOES];

const ARM = ['shoulder', 'elbow', 'wrist'] as const;
const LEG = ['hip', 'knee', 'ankle'] as const;

/** A parse at the parse size. */
export interface RegionParse {
  /** Index into `REGIONS` of each pixel. */
  readonly labels: Uint8Array;
  /** 0 to 1, see `parseConfidence`. */
  readonly confidence: number;
}

/** The cheapest region of each pixel. */
function cheapest(costs: Float32Array, { pixels, person }: Evidence): Uint8Array {
  const count = person.length;
  const labels = new Uint8Array(count).fill(BACKGROUND);
  for (let k = 0; k < pixels.length; k++) {
    const i = pixels[k]!;
    let best = 0;
    for (let region = 1; region < REGIONS.length; region++) {
      if (costs[region * count + i]! < costs[best * count + i]!) best = region;
    }
    labels[i] = best;
  }
  return labels;
}

/**
 * Assigns every pixel to a region by its place on the body and by its colour. The colours are
 * learnt from this very picture, in turns with the labelling; a cut along the picture's edges makes
 * the final one.
 *
 * @param scale parse pixels per picture pixel.
 * @param unit body unit in picture pixels.
 * @param painted brush strokes at the parse size, as `paintStrokes` gives them.
 * @see Rother, Kolmogorov & Blake 2004, "GrabCut".
 */
export function parseRegions(
  evidence: Evidence,
  body: BodyCoordinates,
  pose: Pose,
  scale: number,
  unit: number,
  painted: Mask | null,
): RegionParse {
  const { bins } = evidence;
  const hem = hemPosition(body, evidence);
  const frontEnd = openFrontEnd(body, evidence, hem);
  const seeds = regionSeeds(body, evidence, hem, frontEnd);
  let models = seeds.weights.map((weight) => colourModel(bins, weight));
  const colours = (region: number): LimbColours => ({
    cloth: models[region]!,
    bare: models[SKIN]!,
    skin: seeds.otherSkin[region] ?? evidence.broadSkin,
  });
  const sleeves = limbEnds(pose, ARM, colours(UPPER), evidence, scale, unit);
  const legs = limbEnds(pose, LEG, colours(LOWER), evidence, scale, unit);
  const worn = { top: models[UPPER]!, lower: [models[LOWER]!, models[SHOES]!] };
  const overreach = backdropReach(body, evidence, worn, unit * scale);
  const priors = regionPriors(body, pose, evidence, { hem, frontEnd, sleeves, legs }, overreach);
  addSkinPenalty(priors, evidence, seeds.otherSkin);
  if (painted !== null) {
    addStrokeEvidence(priors, painted, evidence.lab, unit * scale, evidence.pixels);
  }
  const costs = new Float32Array(priors.length);
  regionCosts(priors, evidence, models, costs);
  for (let round = 0; round < ROUNDS; round++) {
    models = regionModels(cheapest(costs, evidence), evidence, body, seeds.otherSkin);
    regionCosts(priors, evidence, models, costs);
  }
  const labels = cheapest(costs, evidence);
  cutRegions(costs, boundaryCosts(evidence.lab), labels, EXPANSIONS);
  dropHairThreads(labels, evidence.lab, body);
  tidyLabels(labels, body);
  dropSlivers(labels, evidence, unit * scale);
  returnCollar(labels, evidence.lab, body);
  returnPrints(labels, body, hem, unit * scale);
  returnBesideHands(labels, evidence, body);
  returnAtBottom(labels, evidence, body, models);
  returnArmPrints(labels, evidence, body, unit * scale);
  dropSkinScraps(labels, body, unit * scale);
  recoverStraps(labels, evidence.lab, body, unit * scale);
  dropNeckThreads(labels, evidence.lab, body);
  if (painted !== null) correctLabels(labels, painted);
  return { labels, confidence: parseConfidence(costs, evidence) };
}
