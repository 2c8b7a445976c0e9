import { PART } from '@proteus/contracts/person-parts.ts';
import { LANDMARK, type PoseLandmarkName } from '@proteus/contracts/pose-landmarks.ts';
import type { Plane } from '@proteus/raster/types.ts';
import type { PersonAnalysis } from '../../../person-analysis.ts';
import type { PictureSide } from '../../../stages/warp/body/body-side.ts';
import { belowShoulders } from '../../../stages/warp/body/frame-coordinates.ts';
import { smoothStep } from '../../../stages/warp/scalar.ts';
import { isHiddenArm } from '../body/hidden-arm.ts';

const LEFT = [PART['left-hand'], PART['left-forearm']];
const RIGHT = [PART['right-hand'], PART['right-forearm']];
/** An arm that goes behind the body passes its edge over this height above the elbow, in torso lengths. */
const PASSES = 0.12;

/**
 * What lies over the sleeve at a side of the picture, 0 to 1: hand and bare forearm of the other
 * arm (its own come out of its cuff and hide nothing of it), and over the end of an arm behind the body the body itself.
 *
 * @param torso how far the new garment's torso covers each pixel.
 */
export function overSleeve(person: PersonAnalysis, torso: Plane, sleeve: PictureSide): Plane {
  const { width, height } = person.picture;
  const { parts, regions } = person;
  const other: readonly number[] = sleeve === 'left' ? LEFT : RIGHT;
  const front = new Float32Array(width * height);
  for (let pixel = 0; pixel < front.length; pixel++) {
    if (other.includes(parts.data[pixel]!)) front[pixel] = regions.skin.data[pixel]!;
  }
  const over = { width, height, data: front };
  if (isHiddenArm(person.pose, sleeve)) coverByBody(over, person, torso, sleeve);
  return over;
}

function coverByBody(
  { width, height, data }: Plane,
  { frame, pose, regions }: PersonAnalysis,
  torso: Plane,
  sleeve: PictureSide,
): void {
  const name: PoseLandmarkName = sleeve === 'left' ? 'right-elbow' : 'left-elbow';
  const { x: elbowX, y: elbowY } = pose.landmarks[LANDMARK[name]]!;
  const elbow = belowShoulders(frame, elbowX, elbowY);
  const from = elbow - PASSES * frame.torsoLength;
  for (let y = 0, pixel = 0; y < height; y++) {
    for (let x = 0; x < width; x++, pixel++) {
      // Nothing of such an arm was seen before the backdrop either.
      const body = Math.max(
        torso.data[pixel]!,
        regions.lower.data[pixel]!,
        regions.background.data[pixel]!,
      );
      if (body <= data[pixel]!) continue;
      const behind = smoothStep(from, elbow, belowShoulders(frame, x, y));
      data[pixel] = Math.max(data[pixel]!, body * behind);
    }
  }
}
