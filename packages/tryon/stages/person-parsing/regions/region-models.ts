import type { ColourBins } from '@proteus/raster/colour-bins.ts';
import {
  createColourHistogram,
  normaliseHistogram,
  smoothHistogram,
} from '@proteus/raster/colour-histogram.ts';
import { REGIONS } from '../../../person-analysis.ts';
import type { BodyCoordinates } from '../evidence/body-coordinates.ts';
import { colourModel } from '../evidence/colour-model.ts';
import type { Evidence } from '../evidence/evidence.ts';
import type { HemPosition } from '../evidence/hem-position.ts';
import { BACKGROUND, HAIR, LOWER, SHOES, SKIN, UPPER } from './region-priors.ts';

/** Shares of skin-coloured pixels beyond which cloth, or hair, itself looks like skin. */
const SKIN_COLOURED_CLOTH = 0.33;
const SKIN_COLOURED_HAIR = 0.45;
/** More alike than this, a pixel is neither cloth nor hair that is not skin-coloured itself. */
const SKIN_ALIKE = 0.5;

/** How far below the hem, in torso lengths, the lower garment reaches at least. */
const LEG_SEED = 0.4;

/** Between the fronts of an open jacket, in body units from the middle. */
const GAP = 0.1;

/** Way along the leg from which on shoes are. */
const ON_FOOT = 2.05;

/** Share of the trousers that makes a colour one of theirs. */
const COMMON_COLOUR = 0.01;
/** Share of other colours on the feet below which shoes are of the trousers' colour. */
const LEAST_SHOE = 0.15;

/** What pixels unlike any skin, that lie where skin is, count for the skin's colours. */
const ODD_SKIN = 0.05;
/** Reach of a hand and of what it holds, in body units. */
const HELD = 0.25;

/** First weights for the colour models. */
export interface RegionSeeds {
  /** One weight plane for each region. */
  readonly weights: Float32Array[];
  /**
   * For each region of cloth or hair, the likelihood of skin that tells skin from it: the most
   * tolerant one that does; null for skin and background and for what looks just like skin.
   */
  readonly otherSkin: readonly (Float32Array | null)[];
}

/** Whether a region's first pixels are of other colours than skin. */
function isUnlikeSkin(region: number, seed: Float32Array, skin: Float32Array): boolean {
  let total = 0;
  let alike = 0;
  for (let i = 0; i < seed.length; i++) {
    total += seed[i]!;
    alike += seed[i]! * skin[i]!;
  }
  return alike < (region === HAIR ? SKIN_COLOURED_HAIR : SKIN_COLOURED_CLOTH) * total;
}

/** Drops what looks like skin: foreheads, bare legs under a skirt, the shoulders beside straps. */
function dropSkin(weights: Float32Array, skin: Float32Array): void {
  for (let i = 0; i < weights.length; i++) {
    if (skin[i]! > SKIN_ALIKE) weights[i] = 0;
  }
}

/** Drops what has the trousers' colours, which often fall over the shoes, if anything is left then. */
function dropTrousers(shoes: Float32Array, trousers: Float32Array, bins: ColourBins): void {
  const cloth = colourModel(bins, trousers);
  const isCloth = (i: number) => cloth[bins.data[i]!]! > COMMON_COLOUR;
  let total = 0;
  let other = 0;
  for (let i = 0; i < shoes.length; i++) {
    total += shoes[i]!;
    if (shoes[i]! > 0 && !isCloth(i)) other += shoes[i]!;
  }
  if (other < LEAST_SHOE * total) return;
  for (let i = 0; i < shoes.length; i++) {
    if (shoes[i]! > 0 && isCloth(i)) shoes[i] = 0;
  }
}

/**
 * Weights of the pixels that surely show a region, for its first colour model.
 *
 * @param frontEnd where the fronts of an open jacket end, as `openFrontEnd` tells.
 */
export function regionSeeds(
  body: BodyCoordinates,
  { pixels, person, bins, skin, broadSkin, tightSkin }: Evidence,
  hem: HemPosition,
  frontEnd: number,
): RegionSeeds {
  const count = person.length;
  const weights = REGIONS.map(() => new Float32Array(count));
  for (let i = 0; i < count; i++) {
    if (person[i]! < 0.1) weights[BACKGROUND]![i] = 1;
  }
  for (let k = 0; k < pixels.length; k++) {
    const i = pixels[k]!;
    if (person[i]! < 0.7) continue;
    const t = body.down[i]!;
    const s = Math.abs(body.across[i]!);
    const up = body.faceUp[i]!;
    const side = Math.abs(body.faceAcross[i]!);
    const forearm = Math.min(body.forearms[0][i]!, body.forearms[1][i]!);
    const upperArm = Math.min(body.upperArms[0][i]!, body.upperArms[1][i]!);
    const hand = Math.min(body.hands[0][i]!, body.hands[1][i]!);
    const likeSkin = skin[i]!;
    const along = body.legAlong[i]!;
    if (along > ON_FOOT) {
      if (Math.min(body.feet[0][i]!, body.feet[1][i]!) < 0.09) weights[SHOES]![i] = 1;
      continue;
    }
    if (up < 0.35 && up > -1 && side < 0.6) weights[SKIN]![i] = 1;
    else if (likeSkin > 0.5 && (hand < 0.08 || forearm < 0.1 || upperArm < 0.12)) {
      weights[SKIN]![i] = 0.6;
    }
    if ((up > 1.1 || (up > 0.5 && side > 1)) && up < 2.2 && side < 1.4 && likeSkin < 0.6)
      weights[HAIR]![i] = 1;
    if (forearm < 0.12 || hand < 0.15) continue;
    if (t > 0.15 && t < hem.bareFrom - 0.08 && s < 0.34) weights[UPPER]![i] = 1;
    // Farther down, legs may be bare.
    const end = s < GAP ? hem.down : frontEnd;
    if (t > end + 0.08 && t < end + LEG_SEED && s < 0.6) weights[LOWER]![i] = 1;
  }
  const otherSkin = weights.map((weight, region) => {
    if (region < HAIR) return null;
    const telling = [broadSkin, tightSkin].find((kind) => isUnlikeSkin(region, weight, kind));
    // Of a sandal's pixels most may be skin.
    return telling ?? (region === SHOES ? tightSkin : null);
  });
  otherSkin.forEach((kind, region) => {
    if (kind) dropSkin(weights[region]!, kind);
  });
  dropTrousers(weights[SHOES]!, weights[LOWER]!, bins);
  return { weights, otherSkin };
}

/** The next colour models from a labelling: each region's own pixels, by how surely they are. */
export function regionModels(
  labels: Uint8Array,
  { bins, person, broadSkin }: Evidence,
  { hands }: Pick<BodyCoordinates, 'hands'>,
  otherSkin: RegionSeeds['otherSkin'],
): Float32Array[] {
  const histograms = otherSkin.map(() => createColourHistogram());
  for (let i = 0; i < labels.length; i++) {
    const label = labels[i]!;
    const p = person[i]!;
    if ((otherSkin[label]?.[i] ?? 0) > SKIN_ALIKE) continue;
    let weight = label === BACKGROUND ? 1 - p * 0.8 : 0.2 + 0.8 * p;
    // A print beside an arm must not teach that skin is red; what a hand holds belongs to it.
    const inHand = Math.min(hands[0][i]!, hands[1][i]!) < HELD;
    if (label === SKIN && !inHand) weight *= Math.max(ODD_SKIN, broadSkin[i]!);
    histograms[label]![bins.data[i]!]! += weight;
  }
  return histograms.map((histogram) => normaliseHistogram(smoothHistogram(histogram)));
}
