import { PART } from '@proteus/contracts/person-parts.ts';
import { distanceToSegment } from '@proteus/raster/distance-to-segment.ts';
import type { Plane } from '@proteus/raster/types.ts';
import type { PersonAnalysis } from '../../../person-analysis.ts';
import type { Pose } from '../../../pose.ts';
import { armAt, type PictureSide, sideSign } from '../../../stages/warp/body/body-side.ts';
import { belowShoulders } from '../../../stages/warp/body/frame-coordinates.ts';
import { clamp } from '../../../stages/warp/scalar.ts';
import { isHiddenArm } from '../body/hidden-arm.ts';

const LEFT = [PART['left-hand'], PART['left-forearm']];
const RIGHT = [PART['right-hand'], PART['right-forearm']];
/** An arm whose bones lie this close together, as the cosine of the angle at its elbow, is folded: its forearm lies before the rest of it. */
const FOLDED = 0.8;
/** Half the widths of forearms and hands, in shoulder widths; fingers reach so many times as far from the wrist as knuckles. */
const FOREARM = 0.09;
const HAND = 0.15;
const FINGERS = 2;
/** So far beside them a sleeve does not look out before the wall, in shoulder widths. */
const BESIDE = 0.12;
/** An arm that goes behind the body passes its edge over this height above the elbow, in torso lengths. */
const PASSES = 0.12;
/** An arm's radius in shoulder widths, how many of them a sleeve reaches to both sides, and how soft the body's edge is, pixels. */
const RADIUS = 0.11;
const WIDEST = 1.5;
const EDGE = 1.5;

/**
 * Tells whether a place lies on the forearm or the hand of a folded arm, or so many shoulder widths beside them; null
 * for one that is not folded.
 * The parse tells them from the upper arm behind them by distance only.
 */
function onFoldedForearm(
  pose: Pose,
  side: PictureSide,
  unit: number,
): ((x: number, y: number, beside: number) => boolean) | null {
  const { shoulder, elbow, wrist, knuckles, upperLength, lowerLength } = armAt(pose, side);
  const along =
    (shoulder.x - elbow.x) * (wrist.x - elbow.x) + (shoulder.y - elbow.y) * (wrist.y - elbow.y);
  if (along <= FOLDED * upperLength * lowerLength) return null;
  const tips = {
    x: wrist.x + FINGERS * (knuckles.x - wrist.x),
    y: wrist.y + FINGERS * (knuckles.y - wrist.y),
  };
  return (x, y, beside) =>
    distanceToSegment(x, y, elbow.x, elbow.y, wrist.x, wrist.y) < (FOREARM + beside) * unit ||
    distanceToSegment(x, y, wrist.x, wrist.y, tips.x, tips.y) < (HAND + beside) * unit;
}

/**
 * What lies over the sleeve at a side of the picture, 0 to 1: hand and bare forearm of the other
 * arm (its own come out of its cuff and hide nothing of it, unless the arm is folded), and over the end of an
 * arm behind the body the body itself.
 *
 * @param torso how far the new garment's torso covers each pixel.
 * @param arms what lies in front of the torso.
 */
export function overSleeve(
  person: PersonAnalysis,
  torso: Plane,
  arms: Plane,
  sleeve: PictureSide,
): Plane {
  const { width, height } = person.picture;
  const { parts, pose, regions } = person;
  const [own, other]: readonly (readonly number[])[] =
    sleeve === 'left' ? [RIGHT, LEFT] : [LEFT, RIGHT];
  const isInFront = onFoldedForearm(pose, sleeve, person.frame.shoulderWidth);
  const front = new Float32Array(width * height);
  for (let pixel = 0; pixel < front.length; pixel++) {
    const part = parts.data[pixel]!;
    if (other!.includes(part)) front[pixel] = regions.skin.data[pixel]!;
    else if (isInFront !== null) {
      const x = pixel % width;
      const y = (pixel - x) / width;
      // Beside it the wall is seen: a sleeve that looked out there would be a line around the arm.
      if (own!.includes(part) && isInFront(x, y, 0)) front[pixel] = arms.data[pixel]!;
      else if (part === PART.background && isInFront(x, y, BESIDE)) {
        front[pixel] = regions.background.data[pixel]!;
      }
    }
  }
  const over = { width, height, data: front };
  if (isHiddenArm(pose, sleeve)) coverByBody(over, person, torso, sleeve);
  return over;
}

function coverByBody(
  { width, height, data }: Plane,
  { frame, pose, regions }: PersonAnalysis,
  torso: Plane,
  sleeve: PictureSide,
): void {
  const { shoulder, elbow, upperLength } = armAt(pose, sleeve);
  const end = belowShoulders(frame, elbow.x, elbow.y);
  const from = end - PASSES * frame.torsoLength;
  const radius = RADIUS * frame.shoulderWidth;
  const inward = -sideSign(sleeve) / upperLength / radius;
  for (let y = 0, pixel = 0; y < height; y++) {
    for (let x = 0; x < width; x++, pixel++) {
      // Nothing of such an arm was seen before the backdrop either.
      const body = Math.max(
        torso.data[pixel]!,
        regions.lower.data[pixel]!,
        regions.background.data[pixel]!,
      );
      if (body <= data[pixel]!) continue;
      const passed = (belowShoulders(frame, x, y) - from) / (end - from);
      if (passed <= 0) continue;
      // From the side that faces the body on, so that its edge runs across the sleeve.
      const beside =
        (x - shoulder.x) * (elbow.y - shoulder.y) - (y - shoulder.y) * (elbow.x - shoulder.x);
      const reached = clamp(beside * inward, -WIDEST, WIDEST) + WIDEST * (2 * passed - 1);
      const behind = passed >= 1 ? 1 : clamp((reached * radius) / EDGE + 0.5, 0, 1);
      data[pixel] = Math.max(data[pixel]!, body * behind);
    }
  }
}
