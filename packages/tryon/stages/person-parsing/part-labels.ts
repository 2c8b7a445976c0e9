import { PART } from '@proteus/contracts/person-parts.ts';
import { connectedComponents } from '@proteus/raster/connected-components.ts';
import type { BodyCoordinates } from './evidence/body-coordinates.ts';
import { regionMask } from './regions/region-mask.ts';
import { HAIR, LOWER, SHOES, SKIN, UPPER } from './regions/region-priors.ts';

/** Skin this near to a limb's bone (in body units) is that limb's. */
const ARM_REACH = 0.3;
const HAND_REACH = 0.2;

/** A piece of skin shows a limb only if it comes this near to its bone (in body units) somewhere. */
const BONE_REACH = 0.12;

/** Distances from the same bone of both sides. */
type Bones = readonly [Float32Array, Float32Array];

/** A body whose arms reach only into the pieces of skin that they pass through. */
type SeenLimbs = Pick<
  BodyCoordinates,
  'faceUp' | 'faceAcross' | 'across' | 'down' | 'legs' | 'hands' | 'forearms' | 'upperArms'
>;

/** Puts bones out of reach of the pieces of skin that they do not pass through. */
function bonesInPieces(bones: Bones, pieces: Int32Array, count: number): Bones {
  const inPieces = (distances: Float32Array) => {
    const nearest = new Float32Array(count + 1).fill(Number.POSITIVE_INFINITY);
    for (let i = 0; i < pieces.length; i++) {
      const piece = pieces[i]!;
      if (distances[i]! < nearest[piece]!) nearest[piece] = distances[i]!;
    }
    return distances.map((distance, i) =>
      nearest[pieces[i]!]! < BONE_REACH ? distance : Number.POSITIVE_INFINITY,
    );
  };
  return [inPieces(bones[0]), inPieces(bones[1])];
}

function seenLimbs(labels: Uint8Array, body: BodyCoordinates): SeenLimbs {
  const { labels: pieces, components } = connectedComponents(regionMask(labels, body, SKIN));
  const seen = (bones: Bones) => bonesInPieces(bones, pieces, components.length);
  return {
    ...body,
    hands: seen(body.hands),
    forearms: seen(body.forearms),
    upperArms: seen(body.upperArms),
  };
}

/** The body part that skin at a pixel belongs to. */
function skinPart(body: SeenLimbs, i: number): number {
  const up = body.faceUp[i]!;
  // Up to the hair all is face; below, the jaw is an ellipse.
  const face = Math.hypot(up / (up > 0 ? 2.2 : 1.12), body.faceAcross[i]! / (up > 0 ? 2.2 : 1.6));
  if (face < 1) return PART.face;
  const hand = Math.min(body.hands[0][i]!, body.hands[1][i]!);
  const forearm = Math.min(body.forearms[0][i]!, body.forearms[1][i]!);
  const upperArm = Math.min(body.upperArms[0][i]!, body.upperArms[1][i]!);
  if (hand < HAND_REACH && hand < forearm + 0.03)
    return body.hands[0][i]! < body.hands[1][i]! ? PART['left-hand'] : PART['right-hand'];
  const outward = Math.abs(body.across[i]!);
  const t = body.down[i]!;
  if (forearm < ARM_REACH && forearm <= upperArm) {
    return body.forearms[0][i]! < body.forearms[1][i]!
      ? PART['left-forearm']
      : PART['right-forearm'];
  }
  if (upperArm < ARM_REACH && outward > (t < 0.1 ? 0.42 : 0.36)) {
    return body.upperArms[0][i]! < body.upperArms[1][i]!
      ? PART['left-upper-arm']
      : PART['right-upper-arm'];
  }
  if (t > 1.15) {
    return body.legs[0][i]! < body.legs[1][i]! ? PART['left-leg'] : PART['right-leg'];
  }
  return t < 0.02 && outward < 0.3 ? PART.neck : PART['torso-skin'];
}

/**
 * Tells the limbs apart: what part each pixel would be, given its region.
 *
 * @param labels region of each pixel at the parse size.
 * @returns labels by `PERSON_PARTS`, at the parse size.
 */
export function partLabels(labels: Uint8Array, body: BodyCoordinates): Uint8Array {
  const parts = new Uint8Array(labels.length);
  const limbs = seenLimbs(labels, body);
  for (let i = 0; i < parts.length; i++) {
    const label = labels[i]!;
    if (label === HAIR) parts[i] = PART.hair;
    else if (label === UPPER) parts[i] = PART['upper-clothes'];
    else if (label === LOWER) parts[i] = PART['lower-clothes'];
    else if (label === SKIN) parts[i] = skinPart(limbs, i);
    else if (label === SHOES) {
      parts[i] = body.feet[0][i]! < body.feet[1][i]! ? PART['left-shoe'] : PART['right-shoe'];
    }
  }
  return parts;
}
