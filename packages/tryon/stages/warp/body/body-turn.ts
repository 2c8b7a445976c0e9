import { LANDMARK } from '@proteus/contracts/pose-landmarks.ts';
import type { PersonAnalysis } from '../../../person-analysis.ts';
import { clamp } from '../scalar.ts';

/** How far the chest lies before the line of the joints, in shoulder widths. */
const CHEST_DEPTH = 0.14;
/** Torsos whose shoulders are seen from before are hardly longer than this many shoulder widths. */
const LONGEST_TORSO = 1.68;

/**
 * How far the middle of the chest is seen beside the middle of the joints, in shoulder widths
 * (positive = towards the picture's right): a body that is turned shows its front's middle, and
 * all that is printed there, on the side that it faces.
 */
export function measureBodyTurn(person: PersonAnalysis): number {
  const depth = shoulderDepth(person);
  return (CHEST_DEPTH * depth) / Math.hypot(1, depth);
}

/**
 * How much of the shoulders' true width is seen, at most 1: a turned body's clothes are narrower in
 * the picture, but not shorter. The torso's length tells it; the pose's own depth, which is rough,
 * only how little it can be.
 */
export function seenShoulders(person: PersonAnalysis): number {
  const { torsoLength, shoulderWidth } = person.frame;
  const least = 1 / Math.hypot(1, shoulderDepth(person));
  return clamp((LONGEST_TORSO * shoulderWidth) / torsoLength, least, 1);
}

/** How much nearer the one shoulder joint is than the other, in shoulder widths as they are seen. */
function shoulderDepth({ pose, frame }: PersonAnalysis): number {
  const z = (name: keyof typeof LANDMARK) => pose.landmarks[LANDMARK[name]]!.z;
  return (z('left-shoulder') - z('right-shoulder')) / frame.shoulderWidth;
}
