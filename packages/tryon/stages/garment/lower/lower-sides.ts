import type { LowerSide } from '../../../garment-analysis.ts';
import { sampleEdge } from '../outline/edge-points.ts';
import type { LowerLandmarks, LowerSideLandmarks } from './lower-landmarks.ts';

/** Places down the edges that are handed on. */
const OUTER_POINTS = 11;
const INNER_POINTS = 7;

/** What later stages ask about each half of a lower garment. */
export function lowerSides({ left, right, crotch }: LowerLandmarks): {
  readonly left: LowerSide;
  readonly right: LowerSide;
} {
  const side = ({ waist, hem, innerHem, outer, inner }: LowerSideLandmarks): LowerSide => ({
    waist,
    hem,
    innerHem,
    outer: sampleEdge(outer, waist.y, hem.y, OUTER_POINTS),
    inner: crotch === null ? [] : sampleEdge(inner, crotch.y, innerHem.y, INNER_POINTS),
  });
  return { left: side(left), right: side(right) };
}
