import { PART } from '@proteus/contracts/person-parts.ts';
import type { PersonAnalysis } from '../../../person-analysis.ts';
import { clamp, median, mix } from '../scalar.ts';
import type { PictureSide } from './body-side.ts';
import { armAt, PICTURE_SIDES, sideSign } from './body-side.ts';
import type { PathPoint } from './bone-path.ts';
import { pointOnArm } from './limb-path.ts';

/** Stations along the arm, from the shoulder joint (0) to the wrist (1). */
const STATIONS = 24;
/** Usual radii of a bare arm in shoulder widths. */
const SHOULDER_RADIUS = 0.15;
const ELBOW_RADIUS = 0.105;
const WRIST_RADIUS = 0.068;
/** How far from the bone an arm's edge is looked for, in usual radii. */
const SEARCH = 2.2;
const SMOOTHING = 2;
/** Bare stations needed to judge an arm's build by. */
const ENOUGH_BARE = 5;
/** A covered part may be this much thicker than the bare part suggests. */
const COVERED_EASE = 1.04;

/** The parts of both bare arms, without hands. */
export const BARE_ARM: readonly number[] = [
  PART['left-upper-arm'],
  PART['right-upper-arm'],
  PART['left-forearm'],
  PART['right-forearm'],
];

/** The thickness of one arm along its length, in pixels. */
export interface ArmOutline {
  /** Radii of the arm itself, as far as can be told under cloth. */
  readonly bare: Float64Array;
  /** 1 where the old top covers the arm, 0 where it is bare. */
  readonly sleeved: Uint8Array;
}

export type ArmOutlines = { readonly [Side in PictureSide]: ArmOutline };

/** Usual radius of a bare arm at `share` of its length, in shoulder widths. */
export function usualArmRadius(share: number): number {
  const place = clamp(share, 0, 1);
  return place < 0.5
    ? mix(SHOULDER_RADIUS, ELBOW_RADIUS, place * 2)
    : mix(ELBOW_RADIUS, WRIST_RADIUS, place * 2 - 1);
}

/** Distance from a point inside the person to the boundary along a direction; null when none is near. */
export function edgeDistance(
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

/** What is seen across an arm at a place: the old top's sleeve, skin, or other things before it. */
type Seen = 'sleeve' | 'skin' | 'other';

/**
 * What covers most of the arm's middle at a place. Cloth before an arm whose outer edge is bare is
 * the torso's: the arm hangs behind it.
 *
 * @param outwards 1 where the arm's outer edge lies towards (-tangent.y, tangent.x), else -1.
 */
function seenAcross(
  person: PersonAnalysis,
  place: PathPoint,
  spread: number,
  outwards: number,
): Seen {
  const { width, height, data } = person.parts;
  let covered = 0;
  let bare = 0;
  for (let step = -2; step <= 2; step++) {
    const offset = (step / 2) * spread * outwards;
    const x = clamp(Math.round(place.x - place.tangent.y * offset), 0, width - 1);
    const y = clamp(Math.round(place.y + place.tangent.x * offset), 0, height - 1);
    const part = data[y * width + x]!;
    if (part === PART['upper-clothes']) covered++;
    else if (BARE_ARM.includes(part)) {
      if (step === 2) return 'skin';
      bare++;
    }
  }
  if (covered >= 3) return 'sleeve';
  return bare > 0 ? 'skin' : 'other';
}

/** Where the old sleeve is: also at places with sleeve before and after them and no skin at them. */
function findSleeved(seen: readonly Seen[]): Uint8Array {
  const sleeved = new Uint8Array(seen.length);
  let last = -1;
  for (const [station, here] of seen.entries()) {
    if (here === 'skin') last = -1;
    if (here !== 'sleeve') continue;
    sleeved.fill(1, last < 0 ? station : last, station + 1);
    last = station;
  }
  return sleeved;
}

function measureArm(person: PersonAnalysis, side: PictureSide): ArmOutline {
  const arm = armAt(person.pose, side);
  const unit = person.frame.shoulderWidth;
  const length = arm.upperLength + arm.lowerLength;
  const raw: number[] = [];
  const seen: Seen[] = [];
  for (let station = 0; station <= STATIONS; station++) {
    const share = station / STATIONS;
    const usual = usualArmRadius(share) * unit;
    const place = pointOnArm(arm, share * length, 0.08 * unit);
    const limit = usual * SEARCH;
    const normalX = -place.tangent.y;
    const normalY = place.tangent.x;
    const { right } = person.frame;
    const outwards = sideSign(side) * (normalX * right.x + normalY * right.y) < 0 ? -1 : 1;
    const one = edgeDistance(person, place.x, place.y, normalX, normalY, limit);
    const two = edgeDistance(person, place.x, place.y, -normalX, -normalY, limit);
    // With both edges in sight, half the thickness; with one (the other lies on the torso), that.
    let radius = one !== null && two !== null ? (one + two) / 2 : (one ?? two ?? usual);
    const here = seenAcross(person, place, usual * 0.5, outwards);
    seen.push(here);
    if (here === 'sleeve') radius = Math.min(radius * 0.93, usual * 1.2);
    raw.push(clamp(radius, usual * 0.8, usual * 1.5));
  }
  const sleeved = findSleeved(seen);
  // Where part of the arm is bare, its build tells how thick the covered part can be.
  const builds: number[] = [];
  for (let station = 0; station <= STATIONS; station++) {
    if (sleeved[station] === 0) builds.push(raw[station]! / usualArmRadius(station / STATIONS));
  }
  if (builds.length >= ENOUGH_BARE) {
    const build = median(builds) * COVERED_EASE;
    for (let station = 0; station <= STATIONS; station++) {
      if (sleeved[station] === 0) continue;
      raw[station] = Math.min(raw[station]!, usualArmRadius(station / STATIONS) * build);
    }
  }
  const bare = Float64Array.from(raw, (_, i) =>
    median(raw.slice(Math.max(0, i - SMOOTHING), i + SMOOTHING + 1)),
  );
  return { bare, sleeved };
}

/** Measures both arms' thickness from the person's boundary, within anatomical bounds. */
export function measureArmOutlines(person: PersonAnalysis): ArmOutlines {
  const [left, right] = PICTURE_SIDES.map((side) => measureArm(person, side));
  return { left: left!, right: right! };
}

/** The arm's own radius in pixels at `share` of its length. */
export function bareArmRadius(outline: ArmOutline, share: number): number {
  const position = clamp(share, 0, 1) * STATIONS;
  const index = Math.min(STATIONS - 1, Math.floor(position));
  return mix(outline.bare[index]!, outline.bare[index + 1]!, position - index);
}

/** Mean of both arms' own radii there: of a body that turns a little one looks thick and the other thin. */
export function meanArmRadius({ left, right }: ArmOutlines, share: number): number {
  return (bareArmRadius(left, share) + bareArmRadius(right, share)) / 2;
}

/** Whether the old top covers the arm at `share` of its length. */
export function isSleeved(outline: ArmOutline, share: number): boolean {
  return outline.sleeved[Math.round(clamp(share, 0, 1) * STATIONS)] === 1;
}
