import { PART } from '@proteus/contracts/person-parts.ts';
import type { PersonAnalysis } from '../../../person-analysis.ts';
import { clamp, median, mix } from '../scalar.ts';
import type { PictureSide } from './body-side.ts';
import { armAt, PICTURE_SIDES, sideSign } from './body-side.ts';
import { belowShoulders, pointInFrame } from './frame-coordinates.ts';

/** Where along the shoulder the height is measured, in shoulder widths from the body's middle. */
const STATIONS = [0.3, 0.36, 0.42, 0.48, 0.54, 0.6] as const;
/**
 * Usual heights of the shoulder's top above the line of the joints, in shoulder widths: the medians
 * of 55 to 84 shoulders in photos of dressed people.
 */
const USUAL_HEIGHTS = [0.234, 0.208, 0.186, 0.164, 0.133, 0.093] as const;
/** What clothes add to them, in the same (79 dressed shoulders beside 23 bare ones); nothing beside the neck. */
const WORN = [0, 0.006, 0.018, 0.016, 0.012, 0.002] as const;
/** A measured height further than this from the usual one is a mistake of the mask. */
const TOLERANCE = 0.1;
/** Arms hang whose elbows lie this far below their shoulders, in shoulder widths. */
const HANGING = 0.3;
/** The least slope of a shoulder under hanging arms, against the usual one. */
const LEAST_SLOPE = 0.4;
const SEARCH_HEIGHT = 0.42;
/** A shoulder that is seen at so many stations tells itself how high it is at the others. */
const ENOUGH = 3;
/** How steeply the shoulder rises towards the neck, inside the innermost station. */
const NECK_SLOPE = 0.6;

/** What a shoulder without clothes on it is. */
const BARE: readonly number[] = [
  PART['torso-skin'],
  PART['left-upper-arm'],
  PART['right-upper-arm'],
  PART.neck,
];

/** The upper boundary of both shoulders. */
export interface ShoulderLine {
  /** Height over the line of the joints at each station, in shoulder widths. */
  readonly heights: { readonly [Side in PictureSide]: readonly number[] };
  /** Whether it is the shoulder itself, not clothes on it. */
  readonly isBare: { readonly [Side in PictureSide]: boolean };
  /** How far each shoulder joint lies below the frame's middle, in pixels (a tilt). */
  readonly drop: { readonly [Side in PictureSide]: number };
}

/** The shoulder's top at a station. */
interface ShoulderTop {
  /** Over the line of the joints, in shoulder widths. */
  readonly height: number;
  /** Whether it is the shoulder itself, not cloth on it. */
  readonly isBare: boolean;
}

/** Climbs from the line of the joints to the person's boundary; null where hair hides it. */
function measureTop(person: PersonAnalysis, across: number, jointLine: number): ShoulderTop | null {
  const { frame, parts, pose } = person;
  const limit = SEARCH_HEIGHT * frame.shoulderWidth;
  let below: number = PART.background;
  for (let height = 0; height < limit; height++) {
    const point = pointInFrame(frame, across, jointLine - height);
    const x = Math.round(point.x);
    const y = Math.round(point.y);
    if (x < 0 || y < 0 || x >= parts.width || y >= parts.height) return null;
    const part = parts.data[y * parts.width + x]!;
    if (part === PART.hair) return null;
    const outside = pose.personMask.data[y * parts.width + x]! < 0.5;
    if (part === PART.background && outside) {
      return { height: height / frame.shoulderWidth, isBare: BARE.includes(below) };
    }
    if (part !== PART.background) below = part;
  }
  return null;
}

/** How much higher than usual a shoulder is where it is seen, in shoulder widths. */
function buildOf(heights: readonly (number | null)[]): number {
  const seen = heights.flatMap((height, i) => (height === null ? [] : height - USUAL_HEIGHTS[i]!));
  return seen.length === 0 ? 0 : median(seen);
}

/** Whether the elbow hangs below the shoulder: a raised arm takes the shoulder's end along. */
function hangs({ pose, frame }: PersonAnalysis, side: PictureSide): boolean {
  const { shoulder, elbow } = armAt(pose, side);
  const below =
    belowShoulders(frame, elbow.x, elbow.y) - belowShoulders(frame, shoulder.x, shoulder.y);
  return below > HANGING * frame.shoulderWidth;
}

/** Shoulders slope down all the way out; what rises is a puff or a pad of the clothes on them. */
function withoutPuffs(heights: readonly number[]): number[] {
  const sloping: number[] = [];
  for (const [i, height] of heights.entries()) {
    const usualDrop = i === 0 ? 0 : USUAL_HEIGHTS[i - 1]! - USUAL_HEIGHTS[i]!;
    const most = (sloping[i - 1] ?? height) - LEAST_SLOPE * usualDrop;
    sloping.push(Math.min(height, i === 0 ? height : most));
  }
  return sloping;
}

/**
 * Finds the shoulders' upper boundary from the person's mask rather than by a fixed offset over
 * the joints, which is off by a hand's width for raised or sloping shoulders. Where one side is
 * hidden (hair), the usual one for a shoulder of its build is taken, or the other side's.
 */
export function measureShoulderLine(person: PersonAnalysis): ShoulderLine {
  const { frame, pose } = person;
  const drop = { left: 0, right: 0 };
  const measured: Record<PictureSide, (number | null)[]> = { left: [], right: [] };
  const isBare = { left: false, right: false };
  for (const side of PICTURE_SIDES) {
    const { shoulder } = armAt(pose, side);
    drop[side] = belowShoulders(frame, shoulder.x, shoulder.y);
    const tops = STATIONS.map((station) =>
      measureTop(person, sideSign(side) * station, (drop[side] * station) / 0.5),
    );
    measured[side] = tops.map((top) => top?.height ?? null);
    isBare[side] =
      tops.every((top) => top === null || top.isBare) && tops.some((top) => top?.isBare);
  }
  const settle = (side: PictureSide, other: PictureSide): number[] => {
    const build = buildOf(measured[side]);
    const isOwn = measured[side].filter((height) => height !== null).length >= ENOUGH;
    const heights = USUAL_HEIGHTS.map((usual, i) => {
      const unseen = isOwn ? usual + build : (measured[other][i] ?? usual + build);
      return clamp(measured[side][i] ?? unseen, usual - TOLERANCE, usual + TOLERANCE);
    });
    return !isBare[side] && hangs(person, side) ? withoutPuffs(heights) : heights;
  };
  return {
    heights: { left: settle('left', 'right'), right: settle('right', 'left') },
    isBare,
    drop,
  };
}

/** The shoulders' line under what is worn on them. */
export function undressedLine({ heights, isBare, drop }: ShoulderLine): ShoulderLine {
  const under = (side: PictureSide) =>
    isBare[side] ? heights[side] : heights[side].map((height, i) => height - WORN[i]!);
  return { heights: { left: under('left'), right: under('right') }, isBare, drop };
}

/**
 * How far the shoulder's upper boundary lies below the frame's middle (negative = above), in
 * pixels, at `station` shoulder widths from the body's middle.
 */
export function shoulderTopBelow(
  line: ShoulderLine,
  side: PictureSide,
  station: number,
  shoulderWidth: number,
): number {
  const heights = line.heights[side];
  let height: number;
  if (station <= STATIONS[0]) {
    height = heights[0]! + Math.min(0.13, STATIONS[0] - station) * NECK_SLOPE;
  } else {
    let i = 0;
    while (i < STATIONS.length - 2 && station > STATIONS[i + 1]!) i++;
    const share = clamp((station - STATIONS[i]!) / (STATIONS[i + 1]! - STATIONS[i]!), 0, 1);
    height = mix(heights[i]!, heights[i + 1]!, share);
  }
  return (line.drop[side] * station) / 0.5 - height * shoulderWidth;
}
