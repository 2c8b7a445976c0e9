import { distanceToSegment } from '@proteus/raster/distance-to-segment.ts';
import type { Point } from '@proteus/raster/types.ts';
import type { PersonAnalysis } from '../../../person-analysis.ts';
import type { Pose } from '../../../pose.ts';
import { armAt, PICTURE_SIDES } from '../../../stages/warp/body/body-side.ts';
import type { Axes, Course } from './extend-part.ts';

/** A torso's sides are shaded, and under a sleeve's seam lie a line and scraps of that: so far in, in parts of the reach. */
const RIM = 1 / 6;
/** Above this share of the upper arm lies the shoulder's rounding. */
const SHOULDER = 0.2;

/** A torso goes on over its sides, down the body, and never over its hem. */
export function downBody({ frame }: Pick<PersonAnalysis, 'frame'>): Course {
  return { axesAt: () => frame, rim: RIM, isOpenEnded: false };
}

/**
 * A sleeve runs at each pixel as the nearer bone of its arm does; the shoulder's rounding has no sides. It keeps its own
 * cloth up to its edge, for braids run beside that.
 *
 * @param side 0 = the arm at the picture's left, 1 = at its right.
 */
export function downArm(pose: Pose, side: number): Course {
  const { shoulder, elbow, wrist, upperLength } = armAt(pose, PICTURE_SIDES[side]!);
  const upper = axesOf(shoulder, elbow);
  const lower = axesOf(elbow, wrist);
  const axesAt = (x: number, y: number) => {
    const toUpper = distanceToSegment(x, y, shoulder.x, shoulder.y, elbow.x, elbow.y);
    const toLower = distanceToSegment(x, y, elbow.x, elbow.y, wrist.x, wrist.y);
    if (toLower < toUpper) return lower;
    const along = (x - shoulder.x) * upper.down.x + (y - shoulder.y) * upper.down.y;
    return along < SHOULDER * upperLength ? null : upper;
  };
  return { axesAt, rim: 0, isOpenEnded: true };
}

function axesOf(from: Point, to: Point): Axes {
  const length = Math.max(1, Math.hypot(to.x - from.x, to.y - from.y));
  const down = { x: (to.x - from.x) / length, y: (to.y - from.y) / length };
  return { down, right: { x: down.y, y: -down.x } };
}
