import { PART } from '@proteus/contracts/person-parts.ts';
import type { PersonAnalysis } from '../../../person-analysis.ts';
import { median } from '../scalar.ts';
import { type PictureSide, sideSign } from './body-side.ts';
import { pointInFrame } from './frame-coordinates.ts';

/** Rows below the waistband's upper edge where its width is read, in torso lengths. */
const ROWS = [0.015, 0.025, 0.035, 0.045, 0.055] as const;
/** No waist is wider, in shoulder widths from the middle. */
const WIDEST = 0.8;

/** How far the lower clothes reach in one row; null where a hand lies before their end, or none are there. */
function reachInRow(person: PersonAnalysis, side: PictureSide, below: number): number | null {
  const { frame, parts } = person;
  const limit = WIDEST * frame.shoulderWidth;
  for (let run = 0; run < limit; run++) {
    const across = (sideSign(side) * run) / frame.shoulderWidth;
    const point = pointInFrame(frame, across, below);
    const x = Math.round(point.x);
    const y = Math.round(point.y);
    if (x < 0 || y < 0 || x >= parts.width || y >= parts.height) return null;
    const part = parts.data[y * parts.width + x];
    if (part === PART['lower-clothes']) continue;
    const isHand = part === PART['left-hand'] || part === PART['right-hand'];
    return isHand || run === 0 ? null : run;
  }
  return null;
}

/**
 * Half width of the waistband at one side as far as it is seen, in pixels from the body's middle; null
 * where it is not.
 *
 * @param at its upper edge, pixels below the shoulder joints.
 */
export function waistbandHalfWidth(
  person: PersonAnalysis,
  side: PictureSide,
  at: number,
): number | null {
  const found = ROWS.flatMap(
    (row) => reachInRow(person, side, at + row * person.frame.torsoLength) ?? [],
  );
  return found.length * 2 > ROWS.length ? median(found) : null;
}
