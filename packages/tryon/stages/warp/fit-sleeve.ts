import type { Sleeve } from '../../garment-analysis.ts';
import { GARMENT_PART } from '../../garment-analysis.ts';
import type { PersonAnalysis } from '../../person-analysis.ts';
import { type ArmOutline, bareArmRadius } from './arm-outline.ts';
import type { PictureSide } from './body-side.ts';
import { armAt, sideSign } from './body-side.ts';
import type { Constraint, Stretch } from './constraint.ts';
import { axisStretch } from './constraint.ts';
import { pointOnArm } from './limb-path.ts';
import { median, mix } from './scalar.ts';

/** Sleeves longer than this share of the garment's height reach the wrist. */
const LONG_SLEEVE = 0.62;
/** How far from the shoulder joint the sleeve begins, in shoulder widths. */
const SLEEVE_START = 0.06;

/** How far a sleeve's edge stays from the bone, in arm radii. */
const TIGHTEST = 1.06;
const LOOSEST_AT_SHOULDER = 1.15;
const LOOSEST_AT_CUFF = 1.9;

/** A sleeve's targets. */
export interface SleeveFit {
  readonly constraints: readonly Constraint[];
  readonly stretch: Stretch;
  /** Share of the arm covered, from the shoulder. */
  readonly reach: number;
}

function sleeveLength(
  sleeve: Sleeve,
  garmentHeight: number,
  scale: number,
  armLength: number,
  start: number,
): number {
  if (sleeve.length / garmentHeight > LONG_SLEEVE) return armLength * 1.02 - start;
  return Math.min(sleeve.length * scale, armLength * 0.98 - start);
}

/**
 * Lays a flat sleeve along the (possibly bent) arm: its slices' two edges go to either side of the
 * arm's middle line. The inner edge is left free near the armpit, where cloth bunches.
 */
export function fitSleeve(
  side: PictureSide,
  sleeve: Sleeve,
  garmentHeight: number,
  person: PersonAnalysis,
  outline: ArmOutline,
  scale: number,
): SleeveFit {
  const { frame, pose } = person;
  const width = frame.shoulderWidth;
  const arm = armAt(pose, side);
  const armLength = arm.upperLength + arm.lowerLength;
  const start = SLEEVE_START * width;
  const target = sleeveLength(sleeve, garmentHeight, scale, armLength, start);
  const sign = sideSign(side);
  const normal = { x: -sleeve.axis.y, y: sleeve.axis.x };
  const constraints: Constraint[] = [];
  const acrossScales: number[] = [];
  const count = sleeve.slices.length;

  for (let i = 1; i < count; i++) {
    const { low, high } = sleeve.slices[i]!;
    const along = (i + 0.5) / count;
    if (!(high > low) || along < 0.06) continue;
    const distance = start + along * target;
    const place = pointOnArm(arm, distance, 0.16 * width);
    const pictureNormal = { x: -place.tangent.y, y: place.tangent.x };
    const half = ((high - low) / 2) * scale;
    const radius = bareArmRadius(outline, distance / armLength);
    const loosest = radius * mix(LOOSEST_AT_SHOULDER, LOOSEST_AT_CUFF, along);
    const halfWidth = Math.max(Math.min(half * 0.9, loosest), radius * TIGHTEST);
    acrossScales.push(halfWidth / ((high - low) / 2));
    const outwards = sign * (pictureNormal.x * frame.right.x + pictureNormal.y * frame.right.y);
    for (const [edge, direction] of [
      [low, -1],
      [high, 1],
    ] as const) {
      const inner = direction * outwards < 0;
      if (inner && (distance < 0.52 * width || along < 0.28)) continue;
      constraints.push({
        source: {
          x: sleeve.origin.x + sleeve.axis.x * sleeve.length * along + normal.x * edge * 0.97,
          y: sleeve.origin.y + sleeve.axis.y * sleeve.length * along + normal.y * edge * 0.97,
        },
        target: {
          x: place.x + pictureNormal.x * halfWidth * direction,
          y: place.y + pictureNormal.y * halfWidth * direction,
        },
        weight: 12,
        part: side === 'left' ? GARMENT_PART.leftSleeve : GARMENT_PART.rightSleeve,
      });
    }
  }
  const across = acrossScales.length > 0 ? median(acrossScales) : scale;
  return {
    constraints,
    stretch: axisStretch(sleeve.axis, target / sleeve.length, across),
    reach: (target + start) / armLength,
  };
}
