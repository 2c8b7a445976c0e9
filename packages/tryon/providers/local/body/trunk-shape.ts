import { PART } from '@proteus/contracts/person-parts.ts';
import type { PersonAnalysis } from '../../../person-analysis.ts';
import { PICTURE_SIDES, type PictureSide, sideSign } from '../../../stages/warp/body/body-side.ts';
import { pointInFrame } from '../../../stages/warp/body/frame-coordinates.ts';
import { findOldHem } from '../../../stages/warp/body/old-hem.ts';
import {
  measureTorsoOutline,
  torsoHalfWidth,
  usualHalfWidth,
} from '../../../stages/warp/body/torso-outline.ts';
import { clamp, median, mix, smoothStep } from '../../../stages/warp/scalar.ts';
import { isBareArm, isHand } from '../skin/skin-known.ts';

/** The body under its clothes is about this much narrower than they are. */
const UNDER_CLOTHES = 0.95;
/** A trunk is hardly wider than this, in usual widths. */
const WIDEST = 1.15;
/** Between the arms the chest is at most this wide; below the armpits that fades out, in torso lengths. */
const CHEST = [0.28, 0.45] as const;
const CHEST_HALF_WIDTH = 0.46;
/** From here to there the hips' build tells the body's width under a loose top. */
const BUILD = [0.38, 0.55] as const;
/** From here to there the trunk passes into the visible lower clothes' own width. */
const HIPS = [0.62, 0.84] as const;
/** Rows below the lower clothes' upper end where their width is read, in torso lengths. */
const ROWS = [0.03, 0.045, 0.06, 0.075, 0.09] as const;
/** Hips are within these shares of their usual width. */
const LEAST_BUILD = 0.85;
const MOST_BUILD = 1.4;

/** How wide the undressed trunk is. */
export interface TrunkShape {
  /** Half width in pixels at a share of the torso's length. */
  readonly halfWidth: (side: PictureSide, share: number) => number;
}

/** How far something reaches, in shoulder widths or in usual widths, and whether a hand hides where it ends. */
interface Reach {
  readonly reach: number;
  readonly isHidden: boolean;
}

/** How far the lower clothes reach at a height; null where none are there. */
function lowerReach(person: PersonAnalysis, side: PictureSide, below: number): Reach | null {
  const { frame, parts } = person;
  const limit = usualHalfWidth(1) * MOST_BUILD * frame.shoulderWidth;
  const step = sideSign(side) / frame.shoulderWidth;
  let last = 0;
  let isHidden = false;
  for (let run = 0; run < limit; run++) {
    const point = pointInFrame(frame, step * run, below);
    const x = Math.round(point.x);
    const y = Math.round(point.y);
    if (x < 0 || y < 0 || x >= parts.width || y >= parts.height) return null;
    const part = parts.data[y * parts.width + x]!;
    if (part === PART['lower-clothes']) last = run;
    if (run <= last + 1) isHidden = isHand(part) || isBareArm(part);
  }
  return last === 0 ? null : { reach: last / frame.shoulderWidth, isHidden };
}

/**
 * The hips' width against the usual one, by the lower clothes' upper end; null where it is not seen.
 * Where hands lie before the hips they are at least so wide.
 */
function measureBuild(person: PersonAnalysis, side: PictureSide): Reach | null {
  const { waistband } = findOldHem(person);
  if (waistband === null) return null;
  const { torsoLength } = person.frame;
  const found = ROWS.flatMap((row) => {
    const below = waistband + row * torsoLength;
    const seen = lowerReach(person, side, below);
    return seen === null
      ? []
      : [{ ...seen, reach: seen.reach / usualHalfWidth(below / torsoLength) }];
  });
  if (found.length * 2 < ROWS.length) return null;
  const reaches = found.map(({ reach }) => reach);
  const isHidden = found.filter((each) => each.isHidden).length * 2 > found.length;
  const reach = isHidden ? Math.max(...reaches) : median(reaches);
  return { reach: clamp(reach, LEAST_BUILD, MOST_BUILD), isHidden };
}

/**
 * Measures the bare trunk: no wider than its clothes, tapering to a waist as the hips' build lets
 * expect, and as wide as the lower clothes where they begin.
 */
export function measureTrunkShape(person: PersonAnalysis): TrunkShape {
  const width = person.frame.shoulderWidth;
  const outline = measureTorsoOutline(person);
  const [left, right] = PICTURE_SIDES.map((side) => measureBuild(person, side));
  const builds = { left: left ?? null, right: right ?? null };
  return {
    halfWidth: (side, share) => {
      const build = builds[side];
      const usual = usualHalfWidth(share) * width;
      const clothed = Math.min(torsoHalfWidth(outline, side, share), usual * WIDEST);
      const chest = Math.min(clothed, CHEST_HALF_WIDTH * width);
      const under = mix(chest, clothed, smoothStep(CHEST[0], CHEST[1], share)) * UNDER_CLOTHES;
      if (build === null) return under;
      const built = usual * build.reach;
      const hips = smoothStep(HIPS[0], HIPS[1], share);
      if (build.isHidden) return mix(under, Math.max(under, built), hips);
      const tapered = Math.min(under, built);
      const body = mix(under, tapered, smoothStep(BUILD[0], BUILD[1], share));
      return mix(body, built, hips);
    },
  };
}
