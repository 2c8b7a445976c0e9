import { LANDMARK, type PoseLandmarkName } from '@proteus/contracts/pose-landmarks.ts';
import type { Plane } from '@proteus/raster/types.ts';
import type { PersonAnalysis } from '../../person-analysis.ts';
import type { PoseLandmark } from '../../pose.ts';
import { clamp } from '../warp/scalar.ts';
import type { Ball } from './ball.ts';
import type { BodyScale } from './body-scale.ts';

type Joint = readonly [name: PoseLandmarkName, radius: number];

/** Joints of each limb from the trunk outwards, with usual radii in shoulder widths. */
const ARMS: readonly (readonly Joint[])[] = (['left', 'right'] as const).map((side) => [
  [`${side}-shoulder`, 0.15],
  [`${side}-elbow`, 0.11],
  [`${side}-wrist`, 0.075],
  [`${side}-index`, 0.06],
]);
const LEGS: readonly (readonly Joint[])[] = (['left', 'right'] as const).map((side) => [
  [`${side}-hip`, 0.21],
  [`${side}-knee`, 0.165],
  [`${side}-ankle`, 0.11],
  [`${side}-foot-index`, 0.1],
]);

/** The network's z is an ordering hint, no measure: this share of it counts … */
const TRUST = 0.5;
/** … and no joint lies further before or behind its limb's root, in shoulder widths. */
const FARTHEST = 0.5;
/** Joints less visible than this are left out with all beyond them. */
const LEAST_PRESENCE = 0.4;
/** A joint at least this visible lies before whatever it crosses. */
const CLEARLY_VISIBLE = 0.7;
/** Measured radii stay within these multiples of the usual ones. */
const THINNEST = 0.75;
const THICKEST = 1.5;

/**
 * The balls of one limb. Thickness is that of the silhouette around the joint where the limb stands
 * free; a limb seen before the trunk is lifted off it.
 *
 * @param depth distance to the silhouette's edge.
 * @param trunk relief of what the limb may lie before.
 */
function placeLimb(
  joints: readonly Joint[],
  landmarks: readonly PoseLandmark[],
  body: BodyScale,
  depth: Plane,
  trunk: Plane,
  rootHeight: number,
): readonly Ball[] {
  const { unit, scale } = body;
  const balls: Ball[] = [];
  const root = landmarks[LANDMARK[joints[0]![0]]]!;
  for (const [name, usual] of joints) {
    const landmark = landmarks[LANDMARK[name]]!;
    if (landmark.presence < LEAST_PRESENCE) break;
    const x = (landmark.x + 0.5) / scale - 0.5;
    const y = (landmark.y + 0.5) / scale - 0.5;
    const column = clamp(Math.round(x), 0, depth.width - 1);
    const row = clamp(Math.round(y), 0, depth.height - 1);
    const pixel = row * depth.width + column;
    const radius = clamp(depth.data[pixel]!, THINNEST * usual * unit, THICKEST * usual * unit);
    const nearer = (TRUST * (root.z - landmark.z)) / scale;
    let height = rootHeight + clamp(nearer, -FARTHEST * unit, FARTHEST * unit);
    const isRoot = balls.length === 0;
    if (!isRoot && landmark.visibility >= CLEARLY_VISIBLE && trunk.data[pixel]! > 0) {
      height = Math.max(height, trunk.data[pixel]! + 0.3 * radius);
    }
    balls.push({ x, y, radius, height });
  }
  return balls;
}

/** Legs first, then arms: each a chain of balls from the trunk outwards. */
export function placeLimbs(
  person: PersonAnalysis,
  body: BodyScale,
  depth: Plane,
  trunk: Plane,
  tilt: number,
): readonly (readonly Ball[])[] {
  const { landmarks } = person.pose;
  const { right, shoulderMiddle } = body.frame;
  return [...LEGS, ...ARMS].map((joints) => {
    const root = landmarks[LANDMARK[joints[0]![0]]]!;
    const x = (root.x + 0.5) / body.scale - 0.5 - shoulderMiddle.x;
    const y = (root.y + 0.5) / body.scale - 0.5 - shoulderMiddle.y;
    const rootHeight = body.middle + (x * right.x + y * right.y) * tilt;
    return placeLimb(joints, landmarks, body, depth, trunk, rootHeight);
  });
}
