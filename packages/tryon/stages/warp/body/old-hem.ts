import { PART } from '@proteus/contracts/person-parts.ts';
import type { PersonAnalysis } from '../../../person-analysis.ts';
import type { OldHem } from '../fit/fit.ts';
import { median } from '../scalar.ts';
import { goesOnBelow } from './dress-below.ts';
import { pointInFrame } from './frame-coordinates.ts';

const COLUMNS = [-0.25, -0.2, -0.15, -0.1, -0.05, 0, 0.05, 0.1, 0.15, 0.2, 0.25] as const;
const STEP = 2;
/** Where a quarter of the columns or more end further down than the rest, in torso lengths, a jacket hangs open. */
const OPEN_SHARE = 0.25;
const OPEN_STEP = 0.08;

/** Tops that end further down are dresses, in torso lengths. */
const DRESS = 1.6;

/** Where the old top ends: its usual end, or a jacket's that hangs open over a tucked one. */
function endOf(ends: readonly number[], torsoLength: number): number | null {
  if (ends.length === 0) return null;
  const usual = median(ends);
  const lower = [...ends].sort((a, b) => a - b)[Math.floor(ends.length * (1 - OPEN_SHARE))]!;
  return lower - usual > OPEN_STEP * torsoLength ? lower : usual;
}

/** Looks down the middle of the body for the old top's end and the waistband. */
export function findOldHem(person: PersonAnalysis): OldHem {
  const { frame, parts } = person;
  const ends: number[] = [];
  const waistbands: number[] = [];
  for (const across of COLUMNS) {
    let end: number | null = null;
    let waistband: number | null = null;
    for (let below = 0.3 * frame.torsoLength; below < 2 * frame.torsoLength; below += STEP) {
      const point = pointInFrame(frame, across, below);
      const x = Math.round(point.x);
      const y = Math.round(point.y);
      if (x < 0 || y < 0 || x >= parts.width || y >= parts.height) break;
      const part = parts.data[y * parts.width + x]!;
      if (part === PART['upper-clothes']) end = below;
      const inReach = below > 0.5 * frame.torsoLength && below < 1.6 * frame.torsoLength;
      if (part === PART['lower-clothes'] && waistband === null && inReach) waistband = below;
    }
    if (end !== null) ends.push(end);
    if (waistband !== null) waistbands.push(waistband);
  }
  const top = endOf(ends, frame.torsoLength);
  return {
    top,
    waistband: waistbands.length > 3 ? median(waistbands) : null,
    isDress: top !== null && (top > DRESS * frame.torsoLength || goesOnBelow(person, top)),
  };
}
