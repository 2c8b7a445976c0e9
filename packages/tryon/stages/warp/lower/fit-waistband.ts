import type { LowerBodyGarment } from '../../../garment-analysis.ts';
import { LOWER_PART } from '../../../garment-analysis.ts';
import { sideSign } from '../body/body-side.ts';
import { pointInFrame } from '../body/frame-coordinates.ts';
import type { Constraint } from '../mesh/constraint.ts';
import { mix } from '../scalar.ts';
import { frontEdge } from './flat-edges.ts';
import { type LowerBody, lowerHalfWidth } from './lower-body.ts';
import { type WaistLine, waistBelow } from './waist-line.ts';

/** Places across the waistband that are held. */
const SHARES = [-1, -0.6, -0.2, 0.2, 0.6, 1] as const;
/** The new waistband covers the old one's upper edge by this much, in torso lengths. */
const COVER = 0.012;
/** The waist's corners lie about so far from the middle, in shoulder widths. */
const CORNER = 0.42;
/** Cloth lies this far off the waist. */
const EASE = 1.03;

/** Holds the waistband's front edge on the line of the waist. */
export function fitWaistband(
  garment: LowerBodyGarment,
  body: LowerBody,
  line: WaistLine,
): Constraint[] {
  const { frame } = body.person;
  const lift = line.seen ? line.rise + COVER * frame.torsoLength : 0;
  return SHARES.map((share): Constraint => {
    const side = share < 0 ? 'left' : 'right';
    const corner = garment[side].waist;
    const inset = Math.abs(share) === 1;
    const x = mix(garment.middle, corner.x, Math.abs(share));
    const half = lowerHalfWidth(body, side, waistBelow(line, sideSign(side) * CORNER)) * EASE;
    const across = (share * half) / frame.shoulderWidth;
    return {
      source: { x, y: inset ? corner.y : frontEdge(garment, x) },
      target: pointInFrame(frame, across, waistBelow(line, across) - lift),
      weight: 30,
      part: LOWER_PART.seat,
    };
  });
}
