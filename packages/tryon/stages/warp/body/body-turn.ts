import { LANDMARK } from '@proteus/contracts/pose-landmarks.ts';
import type { PersonAnalysis } from '../../../person-analysis.ts';

/** How far the chest lies before the line of the joints, in shoulder widths. */
const CHEST_DEPTH = 0.14;

/**
 * How far the middle of the chest is seen beside the middle of the joints, in shoulder widths
 * (positive = towards the picture's right): a body that is turned shows its front's middle, and
 * all that is printed there, on the side that it faces.
 */
export function measureBodyTurn({ pose, frame }: PersonAnalysis): number {
  const z = (name: keyof typeof LANDMARK) => pose.landmarks[LANDMARK[name]]!.z;
  const shoulders = z('left-shoulder') - z('right-shoulder');
  const depth = shoulders / frame.shoulderWidth;
  return (CHEST_DEPTH * depth) / Math.hypot(1, depth);
}
