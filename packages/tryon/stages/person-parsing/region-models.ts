import {
  createColourHistogram,
  normaliseHistogram,
  smoothHistogram,
} from '@proteus/raster/colour-histogram.ts';
import type { BodyCoordinates } from './body-coordinates.ts';
import type { Evidence } from './evidence.ts';
import type { HemPosition } from './hem-position.ts';
import { BACKGROUND, HAIR, LOWER, SKIN, UPPER } from './region-priors.ts';

/** Shares of skin-coloured pixels beyond which cloth, or hair, itself looks like skin. */
const SKIN_COLOURED_CLOTH = 0.33;
const SKIN_COLOURED_HAIR = 0.45;
/** More alike than this, a pixel is neither cloth nor hair that is not skin-coloured itself. */
const SKIN_ALIKE = 0.5;

/** First weights for the colour models. */
export interface RegionSeeds {
  /** One weight plane for each region. */
  readonly weights: Float32Array[];
  /** For each region, whether it is cloth or hair of other colours than skin. */
  readonly unlikeSkin: readonly boolean[];
}

function isUnlikeSkin(
  region: number,
  seed: Float32Array,
  skin: Float32Array,
  down: Float32Array,
  lowest: number,
): boolean {
  if (region < HAIR) return false;
  let total = 0;
  let alike = 0;
  for (let i = 0; i < seed.length; i++) {
    // Farther down, legs may be bare.
    if (down[i]! > lowest) continue;
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

/** Weights of the pixels that surely show a region, for its first colour model. */
export function regionSeeds(
  body: BodyCoordinates,
  { pixels, person, skin, broadSkin }: Evidence,
  hem: HemPosition,
): RegionSeeds {
  const count = person.length;
  const weights = Array.from({ length: 5 }, () => new Float32Array(count));
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
    if (up < 0.35 && up > -1 && side < 0.6) weights[SKIN]![i] = 1;
    else if (likeSkin > 0.5 && (hand < 0.08 || forearm < 0.1 || upperArm < 0.12)) {
      weights[SKIN]![i] = 0.6;
    }
    if ((up > 1.1 || (up > 0.5 && side > 1)) && up < 2.2 && side < 1.4 && likeSkin < 0.6)
      weights[HAIR]![i] = 1;
    if (forearm < 0.12 || hand < 0.15) continue;
    if (t > 0.15 && t < hem.down - 0.08 && s < 0.34) weights[UPPER]![i] = 1;
    if (t > hem.down + 0.08 && s < 0.6) weights[LOWER]![i] = 1;
  }
  const unlikeSkin = weights.map((weight, region) =>
    isUnlikeSkin(region, weight, broadSkin, body.down, hem.down + 0.4),
  );
  unlikeSkin.forEach((unlike, region) => {
    if (unlike) dropSkin(weights[region]!, broadSkin);
  });
  return { weights, unlikeSkin };
}

/** The next colour models from a labelling: each region's own pixels, by how surely they are. */
export function regionModels(
  labels: Uint8Array,
  { bins, person, broadSkin }: Evidence,
  unlikeSkin: readonly boolean[],
): Float32Array[] {
  const histograms = unlikeSkin.map(() => createColourHistogram());
  for (let i = 0; i < labels.length; i++) {
    const label = labels[i]!;
    const p = person[i]!;
    if (unlikeSkin[label] && broadSkin[i]! > SKIN_ALIKE) continue;
    histograms[label]![bins.data[i]!]! += label === BACKGROUND ? 1 - p * 0.8 : 0.2 + 0.8 * p;
  }
  return histograms.map((histogram) => normaliseHistogram(smoothHistogram(histogram)));
}
