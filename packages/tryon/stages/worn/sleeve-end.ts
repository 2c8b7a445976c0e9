import type { Mask, Point } from '@proteus/raster/types.ts';
import type { PersonAnalysis } from '../../person-analysis.ts';
import { usualArmRadius } from '../warp/body/arm-outline.ts';
import { type ArmJoints, armAt, type PictureSide, sideSign } from '../warp/body/body-side.ts';
import { pointOnArm } from '../warp/body/limb-path.ts';
import { mix } from '../warp/scalar.ts';

/** Sleeves go on beyond this share of the arm; caps and wide shoulders end before it. */
const FIRST = 0.15;
/** The arm is looked at in steps of this share; a gap of one step, under a bangle, is no end. */
const STEP = 0.03;
const GAP = 2;
/** Places across the arm's outer half, in usual radii from the bone: the inner half may be the torso's. */
const ACROSS = [0, 0.25, 0.5, 0.75] as const;
/** So many of them must be cloth. */
const COVERED = 3;
/** Cloth that does not go on for so many steps is a cap's. */
const LEAST_STEPS = 2;
/** Half the length over which the elbow is rounded, in shoulder widths. */
const ROUNDING = 0.08;

/**
 * The share of an arm that its wearer's garment covers, from the shoulder joint (0) to the wrist (1);
 * 0 where the garment has no sleeve.
 */
export function findSleeveEnd(person: PersonAnalysis, garment: Mask, side: PictureSide): number {
  let end = 0;
  let steps = 0;
  for (let share = FIRST, bare = 0; share <= 1 && bare < GAP; share += STEP) {
    if (isCovered(person, garment, side, share)) {
      end = share;
      bare = 0;
      steps++;
    } else bare++;
  }
  return steps < LEAST_STEPS ? 0 : end;
}

/** The bones of an arm as far as its sleeve goes, a share of its length. */
export function sleevedPart(arm: ArmJoints, end: number): ArmJoints {
  const length = end * (arm.upperLength + arm.lowerLength);
  const upper = Math.min(1, length / arm.upperLength);
  const lower = Math.max(0, length - arm.upperLength) / arm.lowerLength;
  const between = (from: Point, to: Point, share: number) => ({
    x: mix(from.x, to.x, share),
    y: mix(from.y, to.y, share),
  });
  const elbow = between(arm.shoulder, arm.elbow, upper);
  return { ...arm, elbow, wrist: lower > 0 ? between(arm.elbow, arm.wrist, lower) : elbow };
}

function isCovered(
  { pose, frame }: PersonAnalysis,
  { width, height, data }: Mask,
  side: PictureSide,
  share: number,
): boolean {
  const arm = armAt(pose, side);
  const length = arm.upperLength + arm.lowerLength;
  const { x, y, tangent } = pointOnArm(arm, share * length, ROUNDING * frame.shoulderWidth);
  const normal = { x: -tangent.y, y: tangent.x };
  const facing = normal.x * frame.right.x + normal.y * frame.right.y;
  const outwards = sideSign(side) * facing < 0 ? -1 : 1;
  let covered = 0;
  for (const across of ACROSS) {
    const offset = outwards * across * usualArmRadius(share) * frame.shoulderWidth;
    const column = Math.round(x + normal.x * offset);
    const row = Math.round(y + normal.y * offset);
    if (column < 0 || row < 0 || column >= width || row >= height) continue;
    if (data[row * width + column]) covered++;
  }
  return covered >= COVERED;
}
