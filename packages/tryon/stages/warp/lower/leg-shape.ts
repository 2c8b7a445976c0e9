import { PART } from '@proteus/contracts/person-parts.ts';
import type { PersonAnalysis } from '../../../person-analysis.ts';
import { edgeDistance } from '../body/arm-outline.ts';
import type { PictureSide } from '../body/body-side.ts';
import type { PathPoint } from '../body/bone-path.ts';
import {
  findSkinEnd,
  keepInside,
  type LimbSection,
  nearestSeen,
  smoothStations,
} from '../body/limb-section.ts';
import { clamp, median, mix, smoothStep } from '../scalar.ts';
import { type LegJoints, legAt, pointOnLeg } from './leg-joints.ts';

/** One cross-section of a bare leg. */
export interface LegStation {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  /** Place along the leg's bones, 0 = hip joint, 1 = ankle. */
  readonly along: number;
}

/** A bare leg, from the hip joint to a little beyond the ankle. */
export interface LegShape {
  readonly joints: LegJoints;
  readonly stations: readonly LegStation[];
}

const STATIONS = 26;
const LAST = 1.08;
/** Radii of a bare leg in torso lengths: hip to knee (0.5), knee to ankle (1). */
const PLACES = [0, 0.12, 0.27, 0.42, 0.5, 0.58, 0.66, 0.8, 0.93, 1] as const;
const RADII = [0.178, 0.172, 0.15, 0.122, 0.108, 0.104, 0.106, 0.086, 0.066, 0.064] as const;
/** How far from the bone an edge is looked for, and the widest section that is one leg, in radii. */
const SEARCH = 2.4;
const WIDEST = 1.5;
/** Cloth lies this far off the leg, in radii. */
const CLOTH = 0.06;
const OUTLINE_DOUBT = 3;
/** A visible part tells the width of what is covered near it, over this share of the leg. */
const FADE = 0.35;
/** Skin above this share of the leg is not a leg's alone: both thighs meet there. */
const FIRST_ALONE = 0.16;
/** Over this many stations a visible leg's direction is measured and carried on. */
const SLOPE = 3;

/** Radius of a usual bare leg in torso lengths at `along`, where its knee lies at `knee`. */
export function usualLegRadius(along: number, knee: number): number {
  const bone = along < knee ? (0.5 * along) / knee : 0.5 + (0.5 * (along - knee)) / (1 - knee);
  const place = clamp(bone, 0, 1);
  let i = 1;
  while (i < PLACES.length - 1 && PLACES[i]! < place) i++;
  const share = (place - PLACES[i - 1]!) / (PLACES[i]! - PLACES[i - 1]!);
  return mix(RADII[i - 1]!, RADII[i]!, share);
}

function isCloth(part: number): boolean {
  return part === PART['upper-clothes'] || part === PART['lower-clothes'];
}

/**
 * How far off the bone a covered section near a seen one lies: the visible leg goes on straight,
 * for a knee under cloth is easily placed wrong.
 */
function continueOffset(
  seen: readonly (LimbSection | null)[],
  near: number,
  station: number,
): number {
  const own = seen[near]!.offset;
  const next = seen[near > station ? near + SLOPE : near - SLOPE];
  if (!next) return own;
  const slope = (own - next.offset) / SLOPE;
  return own + slope * Math.min(SLOPE, Math.abs(station - near));
}

function measureBare(
  person: PersonAnalysis,
  part: number,
  place: PathPoint,
  usual: number,
): LimbSection | null {
  const normal = [-place.tangent.y, place.tangent.x] as const;
  const isLeg = (own: number) => own === part;
  const limit = usual * SEARCH;
  const one = findSkinEnd(person.parts, place, normal, limit, isLeg);
  const two = findSkinEnd(person.parts, place, [-normal[0], -normal[1]], limit, isLeg);
  if (one === null || two === null) return null;
  // A slanting hem cuts a section short.
  if (isCloth(one.part) || isCloth(two.part)) return null;
  const radius = (one.distance + two.distance) / 2;
  if (radius < usual * 0.6 || radius > usual * WIDEST) return null;
  return { radius, offset: (one.distance - two.distance) / 2 };
}

/**
 * The bare leg at one side of the picture: as wide as it is where it is seen, of anatomical width
 * under cloth, passing into what is seen and never wider than the old silhouette.
 */
export function measureLegShape(person: PersonAnalysis, side: PictureSide): LegShape {
  const joints = legAt(person.pose, side);
  const unit = person.frame.torsoLength;
  const knee = joints.thighLength / joints.length;
  const part = side === 'left' ? PART['right-leg'] : PART['left-leg'];
  const shares = Array.from({ length: STATIONS + 1 }, (_, i) => (i / STATIONS) * LAST);
  const places = shares.map((share) => pointOnLeg(joints, share * joints.length));
  const usual = shares.map((share) => usualLegRadius(share, knee) * unit);
  const seen = places.map((place, i) =>
    shares[i]! < FIRST_ALONE ? null : measureBare(person, part, place, usual[i]!),
  );
  const ratios = seen.flatMap((section, i) =>
    section === null ? [] : [section.radius / usual[i]!],
  );
  const build = ratios.length < 3 ? 1 : mix(1, clamp(median(ratios), 0.75, 1.3), 0.8);
  const sections = places.map((place, i): LimbSection => {
    const own = seen[i]!;
    if (own !== null) return own;
    const near = nearestSeen(seen, i);
    const kinship = near === null ? 0 : 1 - smoothStep(0, FADE, Math.abs(near - i) / STATIONS);
    const ratio = near === null ? build : seen[near]!.radius / usual[near]!;
    const radius = usual[i]! * mix(build, ratio, kinship);
    const offset = near === null ? 0 : continueOffset(seen, near, i) * kinship;
    const { x, y } = place;
    const normalX = -place.tangent.y;
    const normalY = place.tangent.x;
    const limit = usual[i]! * SEARCH;
    const one = edgeDistance(person, x, y, normalX, normalY, limit);
    const two = edgeDistance(person, x, y, -normalX, -normalY, limit);
    const air = Math.max(OUTLINE_DOUBT, radius * CLOTH);
    return keepInside({ radius, offset }, one, two, air);
  });
  const radii = smoothStations(sections.map((section) => section.radius));
  const offsets = smoothStations(sections.map((section) => section.offset));
  return {
    joints,
    stations: places.map((place, i) => ({
      x: place.x - place.tangent.y * offsets[i]!,
      y: place.y + place.tangent.x * offsets[i]!,
      radius: radii[i]!,
      along: shares[i]!,
    })),
  };
}

/** The leg's cross-section at `share` of its length, between its stations. */
export function legAtShare(shape: LegShape, share: number): LegStation {
  const position = clamp((share / LAST) * STATIONS, 0, STATIONS);
  const index = Math.min(STATIONS - 1, Math.floor(position));
  const from = shape.stations[index]!;
  const to = shape.stations[index + 1]!;
  const part = position - index;
  return {
    x: mix(from.x, to.x, part),
    y: mix(from.y, to.y, part),
    radius: mix(from.radius, to.radius, part),
    along: share,
  };
}
