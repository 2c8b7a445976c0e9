import type { TorsoFrame } from '../../../person-analysis.ts';
import { acrossFrame, belowShoulders } from '../body/frame-coordinates.ts';
import type { Constraint } from '../mesh/constraint.ts';
import { clamp } from '../scalar.ts';
import type { HemFit, OldEnds, OldHem } from './fit.ts';

/** Whether a new top hangs as low as the old one did, or lower. */
export function hangsAlike({ hem, tuckedAt }: HemFit, old: OldEnds): boolean {
  return tuckedAt === null && !old.isDress && old.top !== null && hem >= old.top;
}

/** How far a new hem falls towards the picture's right: a leaning body slants it as it did the old one. */
export function hemSlope(hem: HemFit, old: OldHem): number {
  return hangsAlike(hem, old) ? old.slope : 0;
}

/**
 * Lets what hangs below the armpits fall to one side, the more the nearer it is to the hem.
 *
 * @param held what is to be held of the torso.
 * @param from pixels below the shoulder joints from where on it does.
 * @param hem pixels below the joints where it falls by the whole slope.
 */
export function slantHem(
  held: readonly Constraint[],
  frame: TorsoFrame,
  from: number,
  hem: number,
  slope: number,
): Constraint[] {
  return held.map((constraint) => {
    const { x, y } = constraint.target;
    const share = clamp((belowShoulders(frame, x, y) - from) / Math.max(1, hem - from), 0, 1);
    const fall = slope * share * acrossFrame(frame, x, y) * frame.shoulderWidth;
    return { ...constraint, target: { x: x + frame.down.x * fall, y: y + frame.down.y * fall } };
  });
}
