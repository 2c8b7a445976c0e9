import type { Point } from '@proteus/raster/types.ts';
import type { Sleeve, UpperBodyGarment } from '../../../garment-analysis.ts';
import { GARMENT_PART } from '../../../garment-analysis.ts';
import type { PersonAnalysis } from '../../../person-analysis.ts';
import {
  type ArmOutlines,
  BARE_ARM,
  bareArmRadius,
  isSleeved,
  meanArmRadius,
} from '../body/arm-outline.ts';
import type { PictureSide } from '../body/body-side.ts';
import { armAt, sideSign } from '../body/body-side.ts';
import type { PathPoint } from '../body/bone-path.ts';
import { acrossFrame } from '../body/frame-coordinates.ts';
import { pointOnArm } from '../body/limb-path.ts';
import { findSkinEnd } from '../body/limb-section.ts';
import { holdShoulderCap } from '../body/shoulder-cap.ts';
import type { Constraint, Stretch } from '../mesh/constraint.ts';
import { axisStretch } from '../mesh/constraint.ts';
import { clamp, median, mix } from '../scalar.ts';
import { betweenHeld } from './between-held.ts';
import { straightUntil } from './oblique-cuff.ts';
import { tipToCuff } from './sleeve-length.ts';
import { runAlongArm } from './sleeve-run.ts';
import { besideArm, onStandingEdge, standingEdge } from './standing-sleeve.ts';

/** How far a sleeve's edge stays from the bone, in arm radii. */
const TIGHTEST = 1.04;
/** An edge seen further from the bone's line than this is another's, in arm radii. */
const WIDEST_SEEN = 1.7;
const LOOSEST_AT_SHOULDER = 1.1;
const LOOSEST_AT_CUFF = 1.35;
/** A wide cuff stands off by this share of its own width ... */
const FLARE = 0.7;
/** ... but never further than this. */
const WIDEST_FLARE = 2.6;
/** The inner side hangs between arm and torso, where there is little room. */
const LOOSEST_AT_ARMPIT = 1.05;
const LOOSEST_INSIDE = 1.2;
const FLARE_INSIDE = 0.5;
/** Down to this many shoulder widths along the arm the armpit is near. */
const HELD_BELOW = 0.52;
/** However far the torso reaches over the arm, this share of its radius is the sleeve's. */
const LEAST_INSIDE = 0.3;
/** The shoulder itself lies this much inside an old sleeve's outline. */
const UNDER_OLD_SLEEVE = { slimness: 0.94, widest: 1 };
const BARE = { slimness: 1, widest: 1.1 };
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
 * How far from the bone's line an arm's bare skin is seen to reach on one side: that line is not
 * always its middle, least of all at a bent elbow. Null where no skin ends at the background nearby.
 */
function seenReach(
  person: PersonAnalysis,
  { x, y, tangent }: PathPoint,
  direction: number,
  radius: number,
): number | null {
  const normal = [-tangent.y * direction, tangent.x * direction] as const;
  const end = findSkinEnd(person.parts, { x, y }, normal, radius * WIDEST_SEEN, (part) =>
    BARE_ARM.includes(part),
  );
  return end?.isOutline ? end.distance : null;
}

/**
 * Lays a flat sleeve along the (possibly bent) arm: its slices' two edges go to either side of the
 * arm's middle line. A short one stands off it. The inner edge is left free near the armpit, where cloth bunches.
 *
 * @param worn where the shoulder tip and the armpit go.
 */
export function fitSleeve(
  side: PictureSide,
  sleeve: Sleeve,
  garment: UpperBodyGarment,
  person: PersonAnalysis,
  outlines: ArmOutlines,
  worn: { readonly tip: Point; readonly armpit: Point },
  scale: number,
): SleeveFit {
  const part = side === 'left' ? GARMENT_PART.leftSleeve : GARMENT_PART.rightSleeve;
  const { frame, pose } = person;
  const width = frame.shoulderWidth;
  const arm = armAt(pose, side);
  const armLength = arm.upperLength + arm.lowerLength;
  const first = pointOnArm(arm, 0, 0).tangent;
  const alongArm = (point: Point) =>
    (point.x - arm.shoulder.x) * first.x + (point.y - arm.shoulder.y) * first.y;
  const sliceLength = sleeve.length / sleeve.slices.length;
  const ends = {
    low: straightUntil(
      sleeve.slices.map(({ low }) => low),
      sliceLength,
    ),
    high: straightUntil(
      sleeve.slices.map(({ high }) => high),
      sliceLength,
    ),
  };
  // Past the beginning of an oblique cuff a slice's width no longer is the sleeve's; some are empty.
  const lastWhole = sleeve.slices.findLastIndex(
    ({ low, high }, i) => high > low && i < Math.min(ends.low, ends.high),
  );
  const length = tipToCuff(garment[side]) * scale;
  const cuffSlice = sleeve.slices[lastWhole] ?? { low: 0, high: 0 };
  const cuff = (cuffSlice.high - cuffSlice.low) * scale;
  const looseness = cuff / (2 * meanArmRadius(outlines, length / armLength));
  const run = runAlongArm(
    garment,
    garment[side],
    sleeve,
    { tip: alongArm(worn.tip), armpit: alongArm(worn.armpit) },
    { scale, armLength, width, looseness },
  );
  const outline = outlines[side];
  const sign = sideSign(side);
  const normal = { x: -sleeve.axis.y, y: sleeve.axis.x };
  const armpitAcross = acrossFrame(frame, worn.armpit.x, worn.armpit.y);
  const outer: Constraint[] = [];
  const inner: Constraint[] = [];
  const halfScales: number[] = [];
  const count = sleeve.slices.length;

  // The flat sleeve's normal points outwards at the picture's left, inwards at its right.
  const outerDirection = -sign;
  const outwards = { x: -first.y * outerDirection, y: first.x * outerDirection };
  const edge = standingEdge(besideArm(worn.tip, arm.shoulder, first, outwards), run, outlines, {
    armLength,
    length,
    width: cuff,
  });

  for (let i = 1; i < count; i++) {
    const { low, high } = sleeve.slices[i]!;
    const share = (i + 0.5) / count;
    const along = share * sleeve.length;
    if (!(high > low)) continue;
    const slice = sleeve.slices[Math.min(i, lastWhole)] ?? { low, high };
    const half = ((slice.high - slice.low) / 2) * scale * EASE;
    for (const [across, direction] of [
      [low, -1],
      [high, 1],
    ] as const) {
      if (i >= (direction < 0 ? ends.low : ends.high)) continue;
      const isInner = direction !== outerDirection;
      const standing = onStandingEdge(edge, run.share(along));
      const distance = isInner
        ? run.inner(along)
        : mix(run.outer(along), standing.along, edge.stiffness);
      if (isInner && (along < run.armpit || distance < run.free)) continue;
      const place = pointOnArm(arm, distance, 0.16 * width);
      const pictureNormal = { x: -place.tangent.y, y: place.tangent.x };
      const facing = sign * (pictureNormal.x * frame.right.x + pictureNormal.y * frame.right.y);
      const radius = bareArmRadius(outline, distance / armLength);
      const wide = half / radius;
      const flare = isInner
        ? mix(LOOSEST_AT_ARMPIT, clamp(wide * FLARE_INSIDE, LOOSEST_INSIDE, WIDEST_FLARE), share)
        : mix(LOOSEST_AT_SHOULDER, clamp(wide * FLARE, LOOSEST_AT_CUFF, WIDEST_FLARE), share);
      let reach = clothReach(half, radius, flare);
      const seen = seenReach(person, place, direction, radius);
      if (seen !== null) reach = Math.max(reach, seen * TIGHTEST);
      if (!isInner) reach = Math.max(reach, mix(reach, standing.outwards, edge.stiffness));
      halfScales.push(reach / ((slice.high - slice.low) / 2));
      if (isInner && distance < HELD_BELOW * width) {
        // Beside the armpit the sleeve's underside ends at the torso's edge.
        const room = sign * (acrossFrame(frame, place.x, place.y) - armpitAcross);
        const slant = Math.abs(facing) * (1 / width);
        reach = clamp(room / Math.max(1e-6, slant), LEAST_INSIDE * radius, reach);
      }
      const constraint: Constraint = {
        source: {
          x: sleeve.origin.x + sleeve.axis.x * along + normal.x * across * 0.97,
          y: sleeve.origin.y + sleeve.axis.y * along + normal.y * across * 0.97,
        },
        target: {
          x: place.x + pictureNormal.x * reach * direction,
          y: place.y + pictureNormal.y * reach * direction,
        },
        weight: 12,
        part,
      };
      (isInner ? inner : outer).push(constraint);
    }
  }
  const constraints = [...outer, ...inner, ...betweenHeld(outer), ...betweenHeld(inner)];
  const firstOuter = outer[0];
  if (firstOuter !== undefined) {
    constraints.push(
      ...holdShoulderCap(
        garment.alpha,
        person,
        isSleeved(outline, 0.1) ? UNDER_OLD_SLEEVE : BARE,
        { centre: sleeve.origin, tip: garment[side].tip, edge: firstOuter.source },
        { centre: arm.shoulder, tip: worn.tip, edge: firstOuter.target, outwards },
        part,
      ),
    );
  }
  const across = halfScales.length > 0 ? median(halfScales) : scale;
  const outerEnd = mix(run.cuff, edge.corner.along, edge.stiffness);
  const lengthwise = (run.cuff - run.begin) / tipToCuff(garment[side]);
  return {
    constraints,
    stretch: axisStretch(sleeve.axis, lengthwise, across),
    // The cuff crosses the arm's middle half way between its corners.
    reach: (outerEnd + run.innerEnd) / 2 / armLength,
  };
}
