import { PART } from '@proteus/contracts/person-parts.ts';
import type { PersonAnalysis } from '../../person-analysis.ts';
import type { ArmJoints, PictureSide } from './body-side.ts';
import { armAt, PICTURE_SIDES } from './body-side.ts';
import { pointOnArm } from './limb-path.ts';
import { clamp, median, mix } from './scalar.ts';

/** Stations along the arm, from the shoulder joint (0) to the wrist (1). */
const STATIONS = 24;
/** Usual radii of a bare arm in shoulder widths. */
const SHOULDER_RADIUS = 0.15;
const ELBOW_RADIUS = 0.105;
const WRIST_RADIUS = 0.068;
/** How far from the bone an arm's edge is looked for, in usual radii. */
const SEARCH = 2.2;
const SMOOTHING = 2;

/** The thickness of one arm along its length, in pixels. */
export interface ArmOutline {
  /** Radii of the arm itself, as far as can be told under cloth. */
  readonly bare: Float64Array;
}

export type ArmOutlines = { readonly [Side in PictureSide]: ArmOutline };

/** Usual radius of a bare arm at `share` of its length, in shoulder widths. */
export function usualArmRadius(share: number): number {
  const place = clamp(share, 0, 1);
  return place < 0.5
    ? mix(SHOULDER_RADIUS, ELBOW_RADIUS, place * 2)
    : mix(ELBOW_RADIUS, WRIST_RADIUS, place * 2 - 1);
}

/** Distance from a point of the bone to the person's boundary; null when none is near. */
function edgeDistance(
  person: PersonAnalysis,
  x: number,
  y: number,
  dx: number,
  dy: number,
  limit: number,
): number | null {
  const { parts, pose } = person;
  for (let run = 0; run < limit; run++) {
    const column = Math.round(x + dx * run);
    const row = Math.round(y + dy * run);
    if (column < 0 || row < 0 || column >= parts.width || row >= parts.height) return null;
    const pixel = row * parts.width + column;
    if (parts.data[pixel] === PART.background && pose.personMask.data[pixel]! < 0.5) return run;
  }
  return null;
}

function measureArm(person: PersonAnalysis, arm: ArmJoints): ArmOutline {
  const unit = person.frame.shoulderWidth;
  const length = arm.upperLength + arm.lowerLength;
  const { parts } = person;
  const raw: number[] = [];
  for (let station = 0; station <= STATIONS; station++) {
    const share = station / STATIONS;
    const usual = usualArmRadius(share) * unit;
    const place = pointOnArm(arm, share * length, 0.08 * unit);
    const limit = usual * SEARCH;
    const normalX = -place.tangent.y;
    const normalY = place.tangent.x;
    const one = edgeDistance(person, place.x, place.y, normalX, normalY, limit);
    const two = edgeDistance(person, place.x, place.y, -normalX, -normalY, limit);
    // With both edges in sight, half the thickness; with one (the other lies on the torso), that.
    let radius = one !== null && two !== null ? (one + two) / 2 : (one ?? two ?? usual);
    const column = clamp(Math.round(place.x), 0, parts.width - 1);
    const row = clamp(Math.round(place.y), 0, parts.height - 1);
    const sleeved = parts.data[row * parts.width + column] === PART['upper-clothes'];
    if (sleeved) radius = Math.min(radius * 0.93, usual * 1.2);
    raw.push(clamp(radius, usual * 0.8, usual * 1.5));
  }
  const bare = Float64Array.from(raw, (_, i) =>
    median(raw.slice(Math.max(0, i - SMOOTHING), i + SMOOTHING + 1)),
  );
  return { bare };
}

/** Measures both arms' thickness from the person's boundary, within anatomical bounds. */
export function measureArmOutlines(person: PersonAnalysis): ArmOutlines {
  const [left, right] = PICTURE_SIDES.map((side) => measureArm(person, armAt(person.pose, side)));
  return { left: left!, right: right! };
}

/** The arm's own radius in pixels at `share` of its length. */
export function bareArmRadius(outline: ArmOutline, share: number): number {
  const position = clamp(share, 0, 1) * STATIONS;
  const index = Math.min(STATIONS - 1, Math.floor(position));
  return mix(outline.bare[index]!, outline.bare[index + 1]!, position - index);
}
