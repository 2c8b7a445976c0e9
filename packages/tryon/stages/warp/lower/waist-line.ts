import { PART } from '@proteus/contracts/person-parts.ts';
import type { PersonAnalysis } from '../../../person-analysis.ts';
import { pointInFrame } from '../body/frame-coordinates.ts';
import { clamp, median } from '../scalar.ts';

/** Where the upper edge of the waistband goes on a body. */
export interface WaistLine {
  /**
   * Pixels below the shoulder joints at the body's middle and at `WAIST_STATION` shoulder widths to
   * the picture's left and right; a parabola goes through them.
   */
  readonly left: number;
  readonly middle: number;
  readonly right: number;
  /** Whether the old waistband is seen there; else the top hangs over it. */
  readonly seen: boolean;
  /** How far the old waistband rises above that parabola anywhere, in pixels. */
  readonly rise: number;
}

/** Where the waistband is read beside the middle, in shoulder widths. */
export const WAIST_STATION = 0.32;
const COLUMNS = [-0.1, -0.067, -0.033, 0, 0.033, 0.067, 0.1] as const;
/** Rows that count as a waistband, in torso lengths below the shoulders. */
const HIGHEST = 0.5;
const LOWEST = 0.9;
/** The natural waist, where a band is not seen. */
const NATURAL = 0.74;
/** A front waistband hangs this much lower in the middle, in shoulder widths. */
const SAG = 0.03;
/** Beyond so many stations from the middle the line runs on level. */
const LEVEL_FROM = 1.4;
/** Where the old waistband is compared with the line, in shoulder widths from the middle to a side. */
const RISE_COLUMNS = 14;
const RISE_REACH = 0.45;
/** The old waistband rises above the line by at most this, in torso lengths. */
const HIGHEST_RISE = 0.035;
/** One side may lie this much higher or lower than the middle, in shoulder widths. */
const STEEPEST = 0.16;

/** The row at which lower clothes begin in one column; null where none do. */
function bandBelow(person: PersonAnalysis, across: number): number | null {
  const { frame, parts } = person;
  for (let below = HIGHEST * frame.torsoLength; below < 1.3 * frame.torsoLength; below++) {
    const point = pointInFrame(frame, across, below);
    const x = Math.round(point.x);
    const y = Math.round(point.y);
    if (x < 0 || y < 0 || x >= parts.width || y >= parts.height) return null;
    const part = parts.data[y * parts.width + x]!;
    if (part === PART['lower-clothes']) return below;
  }
  return null;
}

function medianBand(person: PersonAnalysis, station: number): number | null {
  const found: number[] = [];
  for (const column of COLUMNS) {
    const below = bandBelow(person, station + column);
    if (below !== null) found.push(below);
  }
  return found.length * 2 > COLUMNS.length ? median(found) : null;
}

/** Finds the line of the waist: the old waistband where it is seen, else the natural waist. */
export function findWaistLine(person: PersonAnalysis): WaistLine {
  const { torsoLength, shoulderWidth } = person.frame;
  const middle = medianBand(person, 0);
  if (middle === null || middle > LOWEST * torsoLength) {
    const natural = NATURAL * torsoLength;
    const side = natural - SAG * shoulderWidth;
    return { left: side, middle: natural, right: side, seen: false, rise: 0 };
  }
  const most = STEEPEST * shoulderWidth;
  const near = (found: number | null) =>
    clamp(found ?? middle - SAG * shoulderWidth, middle - most, middle + most);
  const left = near(medianBand(person, -WAIST_STATION));
  const right = near(medianBand(person, WAIST_STATION));
  // Seen from the front a waistband sags or tilts; where it seems to arch, a hand hides its side.
  const line = {
    left: Math.min(left, Math.max(middle, 2 * middle - right)),
    middle,
    right: Math.min(right, Math.max(middle, 2 * middle - left)),
    seen: true,
    rise: 0,
  };
  return { ...line, rise: measureRise(person, line) };
}

function measureRise(person: PersonAnalysis, line: WaistLine): number {
  const most = HIGHEST_RISE * person.frame.torsoLength;
  let rise = 0;
  for (let column = -RISE_COLUMNS; column <= RISE_COLUMNS; column++) {
    const across = (column / RISE_COLUMNS) * RISE_REACH;
    const below = bandBelow(person, across);
    if (below === null) continue;
    const above = waistBelow(line, across) - below;
    if (above <= most) rise = Math.max(rise, above);
  }
  return rise;
}

/** How far below the shoulder joints the waist's line runs, `across` shoulder widths from the middle. */
export function waistBelow(line: WaistLine, across: number): number {
  const u = clamp(across / WAIST_STATION, -LEVEL_FROM, LEVEL_FROM);
  const tilt = (line.right - line.left) / 2;
  const bow = (line.left + line.right) / 2 - line.middle;
  return line.middle + tilt * u + bow * u * u;
}
