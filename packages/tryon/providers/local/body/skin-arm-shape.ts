import { PART } from '@proteus/contracts/person-parts.ts';
import type { Point } from '@proteus/raster/types.ts';
import type { PersonAnalysis } from '../../../person-analysis.ts';
import { edgeDistance } from '../../../stages/warp/body/arm-outline.ts';
import type { ArmJoints } from '../../../stages/warp/body/body-side.ts';
import { pointOnArm } from '../../../stages/warp/body/limb-path.ts';
import {
  findSkinEnd,
  keepInside,
  type LimbSection,
  nearestSeen,
  type SkinEnd,
  smoothStations,
} from '../../../stages/warp/body/limb-section.ts';
import { clamp, median, mix, smoothStep } from '../../../stages/warp/scalar.ts';
import { isBareArm, isHand } from '../skin/skin-known.ts';
import { findBareEdge, joinEdges } from './join-edges.ts';

/** One cross-section of a bare arm. */
export interface ArmStation {
  /** The middle of the arm, which need not be the line between the joints. */
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  /** 0 = shoulder joint, 1 = wrist. */
  readonly along: number;
}

const STATIONS = 18;
/** The last station lies on the hand, so that the wrist's true place is known. */
const LAST = 1.06;
/** Radii of a bare arm in shoulder widths: shoulder to elbow (0.5), elbow to wrist (1). */
const PLACES = [0, 0.1, 0.25, 0.42, 0.5, 0.6, 0.75, 0.9, 1] as const;
const RADII = [0.13, 0.13, 0.126, 0.11, 0.102, 0.104, 0.09, 0.073, 0.066] as const;
/** Seen at an angle shoulders are short; the torso's length then tells the body's size. */
const LEAST_WIDTH = 0.62;
/** How far from the bone an edge is looked for, in radii. */
const SEARCH = 2.2;
/** Cloth lies this far off the arm, in radii: the arm ends so far inside the old outline. */
const CLOTH = 0.08;
/** A section narrower than this share of what the arm should have is half hidden behind clothes. */
const HALF_HIDDEN = 0.7;
/** Sections wider than this, in usual radii, show more than an arm. */
const WIDEST = 2.1;
const THICKEST = 1.5;
/** ... and up to this many, where both edges are the arm's own before the backdrop. */
const SURELY_THICKEST = 1.8;
/** From here on along the arm a section shows the hand, which tells nothing of the arm's build. */
const HAND_FROM = 0.97;
/** How slender and how strong an arm may be against the usual one, and how far what is seen decides it. */
const BUILDS = [0.75, 1.8] as const;
const SEEN_BUILD = 0.8;
/** The old outline is uncertain by this many pixels. */
const OUTLINE_DOUBT = 3;
/** A visible part tells the width of what is covered near it, over this share of the arm. */
const FADE = 0.3;
/** Over so many stations it is measured how an arm leans against its bone; and how far it may lie off for it, in radii. */
const LEAN_OVER = 2;
const MOST_LEAN = 0.2;

/** Radius of a bare arm in shoulder widths at `along`, where its elbow lies at `elbow`. */
export function bareRadius(along: number, elbow: number): number {
  const bone = along < elbow ? (0.5 * along) / elbow : 0.5 + (0.5 * (along - elbow)) / (1 - elbow);
  const place = clamp(bone, 0, 1);
  let i = 1;
  while (i < PLACES.length - 1 && PLACES[i]! < place) i++;
  const share = (place - PLACES[i - 1]!) / (PLACES[i]! - PLACES[i - 1]!);
  return mix(RADII[i - 1]!, RADII[i]!, share);
}

function isArmSkin(part: number): boolean {
  return isBareArm(part) || isHand(part);
}

/** Where the skin of a cross-section ends to both sides. */
type SkinEnds = readonly [SkinEnd, SkinEnd];

/** The ends of a cross-section's skin; null where there is none, or it is wider than any arm. */
function findSkinEnds(
  { parts }: PersonAnalysis,
  place: Point,
  [normalX, normalY]: readonly [number, number],
  usual: number,
): SkinEnds | null {
  const one = findSkinEnd(parts, place, [normalX, normalY], usual * SEARCH, isArmSkin);
  const two = findSkinEnd(parts, place, [-normalX, -normalY], usual * SEARCH, isArmSkin);
  if (one === null || two === null || one.distance + two.distance < 4) return null;
  return (one.distance + two.distance) / 2 > usual * WIDEST ? null : [one, two];
}

/** Whether both edges are the arm's own: it hangs before the backdrop or before lower clothes. */
function isWhole(ends: SkinEnds): boolean {
  return ends.every(({ isOutline, part }) => isOutline || part === PART['lower-clothes']);
}

/** A cross-section by its edges where it is bare; null where those do not tell an arm's width. */
function measureBare(
  [one, two]: SkinEnds,
  usual: number,
  expected: number,
  thickest: number,
): LimbSection | null {
  const radius = (one.distance + two.distance) / 2;
  const offset = (one.distance - two.distance) / 2;
  // Hands and sleeves pushed up are wider than the arm that comes out of them.
  const most = one.isOutline && two.isOutline ? SURELY_THICKEST : thickest;
  if (radius >= expected * HALF_HIDDEN) {
    return { radius: Math.min(radius, usual * most), offset };
  }
  // Half hidden behind clothes: the arm reaches from its one true edge as far as it should.
  if (one.isOutline && !two.isOutline) {
    return { radius: expected, offset: one.distance - expected };
  }
  if (two.isOutline && !one.isOutline) {
    return { radius: expected, offset: expected - two.distance };
  }
  return null;
}

/** How much further off its bone an arm lies at a covered station than at the nearest seen one, as it leans where it is seen. */
function leanOn(seen: readonly (LimbSection | null)[], near: number, at: number): number {
  const onwards = Math.sign(near - at) * LEAN_OVER;
  const further = seen[near + onwards];
  if (!further) return 0;
  const lean = (further.offset - seen[near]!.offset) / onwards;
  const most = MOST_LEAN * seen[near]!.radius;
  return clamp(lean * (at - near), -most, most);
}

/**
 * The bare arm, from shoulder joint to wrist: as wide as it is where it is seen, and of anatomical
 * width under cloth, passing into what is seen and never wider than the old silhouette.
 */
export function measureArmShape(person: PersonAnalysis, arm: ArmJoints): readonly ArmStation[] {
  const unit = Math.max(person.frame.shoulderWidth, LEAST_WIDTH * person.frame.torsoLength);
  const length = arm.upperLength + arm.lowerLength;
  const elbow = arm.upperLength / length;
  const shares = Array.from({ length: STATIONS + 1 }, (_, i) => (i / STATIONS) * LAST);
  const places = shares.map((share) => pointOnArm(arm, share * length, 0.1 * unit));
  const usual = shares.map((share) => bareRadius(share, elbow) * unit);
  const normals = places.map(({ tangent }) => [-tangent.y, tangent.x] as const);
  const ends = places.map((place, i) => findSkinEnds(person, place, normals[i]!, usual[i]!));
  const whole = ends.map((section, i) => {
    if (section === null || shares[i]! >= HAND_FROM || !isWhole(section)) return null;
    return clamp((section[0].distance + section[1].distance) / 2 / usual[i]!, ...BUILDS);
  });
  const seen = ends.map((section, i) => {
    if (section === null) return null;
    const near = nearestSeen(whole, i);
    const expected = usual[i]! * (near === null ? 1 : whole[near]!);
    return measureBare(section, usual[i]!, expected, shares[i]! < HAND_FROM ? THICKEST : WIDEST);
  });
  const ratios = seen.flatMap((section, i) =>
    section === null || shares[i]! >= HAND_FROM ? [] : [section.radius / usual[i]!],
  );
  const build = ratios.length < 3 ? 1 : mix(1, clamp(median(ratios), ...BUILDS), SEEN_BUILD);
  const sections = places.map((place, i): LimbSection => {
    const own = seen[i]!;
    if (own !== null) return own;
    const near = nearestSeen(seen, i);
    const kinship = near === null ? 0 : 1 - smoothStep(0, FADE, Math.abs(near - i) / STATIONS);
    const ratio = near === null ? build : clamp(seen[near]!.radius / usual[near]!, ...BUILDS);
    const radius = usual[i]! * mix(build, ratio, kinship);
    const offset = near === null ? 0 : (seen[near]!.offset + leanOn(seen, near, i)) * kinship;
    const [normalX, normalY] = normals[i]!;
    const limit = usual[i]! * SEARCH;
    const one = edgeDistance(person, place.x, place.y, normalX, normalY, limit);
    const two = edgeDistance(person, place.x, place.y, -normalX, -normalY, limit);
    const air = Math.max(OUTLINE_DOUBT, radius * CLOTH);
    return keepInside({ radius, offset }, one, two, air);
  });
  const radii = smoothStations(sections.map((section) => section.radius));
  const offsets = smoothStations(sections.map((section) => section.offset));
  const moves = [1, -1].map((sign) => {
    const seenEdges = places.map((place, i) => {
      if (shares[i]! >= HAND_FROM) return null;
      const [normalX, normalY] = normals[i]!;
      return findBareEdge(person, place, [sign * normalX, sign * normalY], usual[i]! * SEARCH);
    });
    const drawn = radii.map((radius, i) => radius + sign * offsets[i]!);
    return joinEdges(seenEdges, drawn, radii);
  });
  return places.map(({ x, y }, i) => {
    const [one, two] = [moves[0]![i]!, moves[1]![i]!];
    const offset = offsets[i]! + (one - two) / 2;
    return {
      x: x + normals[i]![0] * offset,
      y: y + normals[i]![1] * offset,
      radius: radii[i]! + (one + two) / 2,
      along: Math.min(1, shares[i]!),
    };
  });
}
