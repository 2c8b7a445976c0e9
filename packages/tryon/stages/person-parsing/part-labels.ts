import { PART } from '@proteus/contracts/person-parts.ts';
import type { Pose } from '../../pose.ts';
import type { BodyCoordinates } from './body-coordinates.ts';
import { distanceToPath, landmarkPath } from './distance-to-path.ts';
import { BACKGROUND, HAIR, LOWER, SKIN, UPPER } from './region-priors.ts';

/** Skin this near to a limb's bone (in body units) is that limb's. */
const ARM_REACH = 0.3;
const HAND_REACH = 0.2;
const SHOE_REACH = 0.16;

/** Bones of one side in picture pixels. */
interface LowerLimb {
  readonly leg: Float64Array;
  readonly foot: Float64Array;
}

function lowerLimb(pose: Pose, side: 'left' | 'right'): LowerLimb {
  return {
    leg: landmarkPath(pose, [`${side}-hip`, `${side}-knee`, `${side}-ankle`]),
    foot: landmarkPath(pose, [`${side}-ankle`, `${side}-heel`, `${side}-foot-index`]),
  };
}

/** The body part that skin at a pixel belongs to. */
function skinPart(
  body: BodyCoordinates,
  left: LowerLimb,
  right: LowerLimb,
  i: number,
  x: number,
  y: number,
): number {
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
    return distanceToPath(x, y, left.leg) < distanceToPath(x, y, right.leg)
      ? PART['left-leg']
      : PART['right-leg'];
  }
  return t < 0.02 && outward < 0.3 ? PART.neck : PART['torso-skin'];
}

/** The part that lower-body cloth at a pixel belongs to: the garment, or a shoe. */
function lowerPart(left: LowerLimb, right: LowerLimb, reach: number, x: number, y: number): number {
  const toLeft = distanceToPath(x, y, left.foot);
  const toRight = distanceToPath(x, y, right.foot);
  if (Math.min(toLeft, toRight) > reach) return PART['lower-clothes'];
  return toLeft < toRight ? PART['left-shoe'] : PART['right-shoe'];
}

/**
 * Tells the limbs apart: what part each pixel would be, given its region.
 *
 * @param labels region of each pixel at the parse size.
 * @param scale parse pixels per picture pixel.
 * @param unit body unit in picture pixels.
 * @returns labels by `PERSON_PARTS`, at the parse size.
 */
export function partLabels(
  labels: Uint8Array,
  body: BodyCoordinates,
  pose: Pose,
  scale: number,
  unit: number,
): Uint8Array {
  const parts = new Uint8Array(labels.length);
  const left = lowerLimb(pose, 'left');
  const right = lowerLimb(pose, 'right');
  for (let row = 0, i = 0; row < body.height; row++) {
    const y = (row + 0.5) / scale - 0.5;
    for (let column = 0; column < body.width; column++, i++) {
      const label = labels[i]!;
      if (label === BACKGROUND) continue;
      const x = (column + 0.5) / scale - 0.5;
      if (label === HAIR) parts[i] = PART.hair;
      else if (label === UPPER) parts[i] = PART['upper-clothes'];
      else if (label === SKIN) parts[i] = skinPart(body, left, right, i, x, y);
      else if (label === LOWER) {
        parts[i] =
          body.down[i]! > 1.6
            ? lowerPart(left, right, SHOE_REACH * unit, x, y)
            : PART['lower-clothes'];
      }
    }
  }
  return parts;
}
