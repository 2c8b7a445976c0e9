import { PART } from '@proteus/contracts/person-parts.ts';
import type { Point } from '@proteus/raster/types.ts';
import type { PersonAnalysis } from '../../../person-analysis.ts';
import { nearestSeen } from '../../../stages/warp/body/limb-section.ts';
import { clamp } from '../../../stages/warp/scalar.ts';
import { isBareArm } from '../skin/skin-known.ts';

/** Over so many stations a drawn edge passes into the one that is seen, and moves for it at most by so many radii. */
const JOINED_OVER = 4;
const MOST_MOVED = 0.25;

/** Where an arm ends along a direction: before the backdrop, or beside the trunk's cloth. */
export interface BareEdge {
  readonly distance: number;
  readonly isOutline: boolean;
}

/** The end of an arm's bare skin, of which cloth may hide the middle; null where there is none. */
export function findBareEdge(
  { parts }: PersonAnalysis,
  place: Point,
  [dx, dy]: readonly [number, number],
  limit: number,
): BareEdge | null {
  let before = -1;
  let edge: BareEdge | null = null;
  for (let distance = 0; distance < limit; distance++) {
    const x = Math.round(place.x + dx * distance);
    const y = Math.round(place.y + dy * distance);
    if (x < 0 || y < 0 || x >= parts.width || y >= parts.height) return edge;
    const part = parts.data[y * parts.width + x]!;
    if (isBareArm(before) && !isBareArm(part)) {
      edge = { distance, isOutline: part === PART.background };
    }
    if (part === PART.background) return edge;
    before = part;
  }
  return edge;
}

/**
 * How far each station's edge moves for drawn and seen edges to meet without a step. Skin that ends at cloth
 * before the arm should end is hidden by it, and says nothing.
 *
 * @param seen where an edge is seen at a station; null where it is not.
 * @param drawn where it would be drawn, pixels from the bone.
 * @param radii the arm's, which limit how far it moves.
 */
export function joinEdges(
  seen: readonly (BareEdge | null)[],
  drawn: readonly number[],
  radii: readonly number[],
): number[] {
  const own = seen.map((edge, i) => {
    if (edge === null) return null;
    const move = edge.distance - drawn[i]!;
    if (!edge.isOutline && move < 0) return null;
    const most = MOST_MOVED * radii[i]!;
    return clamp(move, -most, most);
  });
  const known = own.map((move) => move !== null);
  return own.map((move, i) => {
    if (move !== null) return move;
    const near = nearestSeen(known, i);
    return near === null ? 0 : own[near]! * Math.max(0, 1 - Math.abs(near - i) / JOINED_OVER);
  });
}
