import { PART } from '@proteus/contracts/person-parts.ts';
import type { PersonAnalysis } from '../../../person-analysis.ts';
import type { OldHem } from '../fit/fit.ts';
import { median } from '../scalar.ts';
import { goesOnBelow } from './dress-below.ts';
import { pointInFrame } from './frame-coordinates.ts';
import { lineThrough, type PlaceAcross } from './line-through.ts';

/** Columns looked down, in shoulder widths from the middle; those up to `MIDDLE` tell heights, all of them a slant. */
const COLUMNS = Array.from({ length: 17 }, (_, i) => (i - 8) / 20);
const MIDDLE = 0.25;
const STEP = 2;
/** Where a quarter of the columns or more end further down than the rest, in torso lengths, a jacket hangs open. */
const OPEN_SHARE = 0.25;
const OPEN_STEP = 0.08;

/** How far a hem slants at most, and how far off its line half of it may lie, in torso lengths. */
const STEEPEST = 0.2;
const SCATTER = 0.01;

/** Tops that end further down are dresses, in torso lengths. */
const DRESS = 1.6;

/** Where the old top ends: its usual end, or a jacket's that hangs open over a tucked one. */
function endOf(ends: readonly number[], torsoLength: number): number | null {
  if (ends.length === 0) return null;
  const usual = median(ends);
  const lower = [...ends].sort((a, b) => a - b)[Math.floor(ends.length * (1 - OPEN_SHARE))]!;
  return lower - usual > OPEN_STEP * torsoLength ? lower : usual;
}

/** How far the old top's hem falls towards the picture's right; level where it runs in no line. */
function slopeOf(places: readonly PlaceAcross[], torsoLength: number): number {
  if (places.length < COLUMNS.length) return 0;
  const { line, scatter } = lineThrough(places, STEEPEST);
  return scatter > SCATTER * torsoLength ? 0 : line.slope;
}

/** Where the old top and the lower clothes are found in a column, pixels below the shoulder joints. */
interface Column {
  readonly end: number | null;
  readonly waistband: number | null;
}

function lookDown({ frame, parts }: PersonAnalysis, across: number): Column {
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
  return { end, waistband };
}

/** Looks down the middle of the body for the old top's end and the waistband. */
export function findOldHem(person: PersonAnalysis): OldHem {
  const { frame } = person;
  const places = COLUMNS.map((across) => ({ across, ...lookDown(person, across) }));
  const middle = places.filter(({ across }) => Math.abs(across) <= MIDDLE);
  const waistbands = middle.flatMap(({ waistband }) => waistband ?? []);
  const top = endOf(
    middle.flatMap(({ end }) => end ?? []),
    frame.torsoLength,
  );
  const ends = places.flatMap(({ across, end }) =>
    end === null ? [] : [{ across: across * frame.shoulderWidth, below: end }],
  );
  return {
    top,
    slope: slopeOf(ends, frame.torsoLength),
    waistband: waistbands.length > 3 ? median(waistbands) : null,
    isDress: top !== null && (top > DRESS * frame.torsoLength || goesOnBelow(person, top)),
  };
}
