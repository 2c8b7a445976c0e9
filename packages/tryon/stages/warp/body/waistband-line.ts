import { PART } from '@proteus/contracts/person-parts.ts';
import type { PersonAnalysis } from '../../../person-analysis.ts';
import { type LineAcross, pointInFrame } from './frame-coordinates.ts';
import { lineThrough, type PlaceAcross } from './line-through.ts';

/** Where the waistband is looked for: shoulder widths from the middle, and torso lengths up and down. */
const WIDEST = 0.4;
const COLUMN_STEP = 0.04;
const AROUND = 0.12;
/** Fewer columns than this share, or such as lie further off their line, in torso lengths, tell no slant. */
const ENOUGH = 0.5;
const SCATTER = 0.02;
const STEEPEST = 0.3;

/** Where the lower clothes begin in one column; null where they do not near the height. */
function beginIn(person: PersonAnalysis, across: number, at: number): number | null {
  const { frame, parts } = person;
  const reach = AROUND * frame.torsoLength;
  for (let below = at - reach; below < at + reach; below++) {
    const point = pointInFrame(frame, across, below);
    const x = Math.round(point.x);
    const y = Math.round(point.y);
    if (x < 0 || y < 0 || x >= parts.width || y >= parts.height) return null;
    if (parts.data[y * parts.width + x] !== PART['lower-clothes']) continue;
    return below > at - reach ? below : null;
  }
  return null;
}

/**
 * The upper edge of a waistband that is seen, which may slant against the shoulders.
 *
 * @param at its height at the body's middle, pixels below the shoulder joints.
 * @returns level at that height where too little of it is seen.
 */
export function findWaistbandLine(person: PersonAnalysis, at: number): LineAcross {
  const { shoulderWidth, torsoLength } = person.frame;
  const level = { below: at, slope: 0 };
  const columns = 2 * Math.round(WIDEST / COLUMN_STEP) + 1;
  const points: PlaceAcross[] = [];
  for (let i = 0; i < columns; i++) {
    const across = i * COLUMN_STEP - WIDEST;
    const below = beginIn(person, across, at);
    if (below !== null) points.push({ across: across * shoulderWidth, below });
  }
  if (points.length < ENOUGH * columns) return level;
  const { line, scatter } = lineThrough(points, STEEPEST);
  return scatter > SCATTER * torsoLength ? level : line;
}
