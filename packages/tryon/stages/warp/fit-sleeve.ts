import type { Point } from '@proteus/raster/types.ts';
import type { Sleeve, UpperBodyGarment } from '../../garment-analysis.ts';
import { GARMENT_PART } from '../../garment-analysis.ts';
import type { PersonAnalysis } from '../../person-analysis.ts';
import { type ArmOutline, bareArmRadius, isSleeved } from './arm-outline.ts';
import type { PictureSide } from './body-side.ts';
import { armAt, sideSign } from './body-side.ts';
import type { Constraint, Stretch } from './constraint.ts';
import { axisStretch } from './constraint.ts';
import { LONG_SLEEVE } from './garment-scale.ts';
import { pointOnArm } from './limb-path.ts';
import { median, mix } from './scalar.ts';
import { holdShoulderCap } from './shoulder-cap.ts';

/** How far from the shoulder joint the sleeve begins, in shoulder widths. */
const SLEEVE_START = 0.06;

/** How far, in typical steps, a slice's end may leave the straight run of those before it. */
const BEND = 1.2;
/** Share of the sleeve from which an oblique cuff may begin. */
const CUFF_FROM = 0.7;
/** How far a sleeve's edge stays from the bone, in arm radii. */
const TIGHTEST = 1.04;
const LOOSEST_AT_SHOULDER = 1.1;
const LOOSEST_AT_CUFF = 1.35;
/** The inner side hangs between arm and torso, where there is little room. */
const LOOSEST_AT_ARMPIT = 1.05;
const LOOSEST_INSIDE = 1.2;
/** The shoulder itself lies this much inside an old sleeve's outline. */
const UNDER_OLD_SLEEVE = 0.94;
/** A flat sleeve is this much wider than it looks around an arm. */
const EASE = 0.85;

/** A sleeve's targets. */
export interface SleeveFit {
  readonly constraints: readonly Constraint[];
  readonly stretch: Stretch;
  /** Share of the arm covered, from the shoulder. */
  readonly reach: number;
}

/** How far a sleeve's edge lies from the bone: its own half width within what the arm allows. */
function clothReach(half: number, radius: number, loosest: number): number {
  return Math.max(Math.min(half, radius * loosest), radius * TIGHTEST);
}

/**
 * The number of slices whose ends still lie on the sleeve's edge: where they leave its straight
 * course, an oblique cuff has begun.
 */
function straightUntil(edges: readonly number[]): number {
  const steps = edges.slice(1).map((edge, i) => Math.abs(edge - edges[i]!));
  const usual = Math.max(2, median(steps.filter((step) => !Number.isNaN(step))));
  for (let i = Math.ceil(edges.length * CUFF_FROM); i < edges.length; i++) {
    const expected = 2 * edges[i - 1]! - edges[i - 2]!;
    if (!(Math.abs(edges[i]! - expected) <= BEND * usual)) return i;
  }
  return edges.length;
}

function sleeveLength(
  sleeve: Sleeve,
  garmentHeight: number,
  scale: number,
  armLength: number,
  start: number,
): number {
  if (sleeve.length / garmentHeight > LONG_SLEEVE) return armLength - start;
  return Math.min(sleeve.length * scale, armLength * 0.98 - start);
}

/**
 * Lays a flat sleeve along the (possibly bent) arm: its slices' two edges go to either side of the
 * arm's middle line. The inner edge is left free near the armpit, where cloth bunches.
 */
export function fitSleeve(
  side: PictureSide,
  sleeve: Sleeve,
  garment: UpperBodyGarment,
  person: PersonAnalysis,
  outline: ArmOutline,
  tipTarget: Point,
  scale: number,
): SleeveFit {
  const part = side === 'left' ? GARMENT_PART.leftSleeve : GARMENT_PART.rightSleeve;
  const garmentHeight = garment.hem - garment.top;
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

  const ends = {
    low: straightUntil(sleeve.slices.map(({ low }) => low)),
    high: straightUntil(sleeve.slices.map(({ high }) => high)),
  };
  let firstOuter: Constraint | null = null;

  for (let i = 1; i < count; i++) {
    const { low, high } = sleeve.slices[i]!;
    const along = (i + 0.5) / count;
    if (!(high > low)) continue;
    const distance = start + along * target;
    const place = pointOnArm(arm, distance, 0.16 * width);
    const pictureNormal = { x: -place.tangent.y, y: place.tangent.x };
    const half = ((high - low) / 2) * scale * EASE;
    const radius = bareArmRadius(outline, distance / armLength);
    const outer = clothReach(half, radius, mix(LOOSEST_AT_SHOULDER, LOOSEST_AT_CUFF, along));
    const inner = clothReach(half, radius, mix(LOOSEST_AT_ARMPIT, LOOSEST_INSIDE, along));
    acrossScales.push((outer + inner) / (high - low));
    const outwards = sign * (pictureNormal.x * frame.right.x + pictureNormal.y * frame.right.y);
    for (const [edge, direction] of [
      [low, -1],
      [high, 1],
    ] as const) {
      const isInner = direction * outwards < 0;
      if (isInner && (distance < 0.52 * width || along < 0.28)) continue;
      if (i >= (direction < 0 ? ends.low : ends.high)) continue;
      const reach = isInner ? inner : outer;
      const constraint: Constraint = {
        source: {
          x: sleeve.origin.x + sleeve.axis.x * sleeve.length * along + normal.x * edge * 0.97,
          y: sleeve.origin.y + sleeve.axis.y * sleeve.length * along + normal.y * edge * 0.97,
        },
        target: {
          x: place.x + pictureNormal.x * reach * direction,
          y: place.y + pictureNormal.y * reach * direction,
        },
        weight: 12,
        part,
      };
      constraints.push(constraint);
      if (!isInner && firstOuter === null) firstOuter = constraint;
    }
  }
  if (firstOuter !== null) {
    constraints.push(
      ...holdShoulderCap(
        garment.alpha,
        person,
        isSleeved(outline, 0.1) ? UNDER_OLD_SLEEVE : 1,
        { centre: sleeve.origin, tip: garment[side].tip, edge: firstOuter.source },
        { centre: arm.shoulder, tip: tipTarget, edge: firstOuter.target },
        part,
      ),
    );
  }
  const across = acrossScales.length > 0 ? median(acrossScales) : scale;
  return {
    constraints,
    stretch: axisStretch(sleeve.axis, target / sleeve.length, across),
    reach: (target + start) / armLength,
  };
}
