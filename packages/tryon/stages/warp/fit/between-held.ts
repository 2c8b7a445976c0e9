import type { Constraint } from '../mesh/constraint.ts';
import { mix } from '../scalar.ts';

/** Cloth is held at so many places from one to the next: about as densely as its mesh. */
const STEPS = 3;

/**
 * Places between those where an edge is held, for where cloth has to stretch each of them alone would
 * pull out a bump.
 *
 * @param held along one edge, in its order.
 */
export function betweenHeld(held: readonly Constraint[]): Constraint[] {
  return held.slice(1).flatMap((to, index) => {
    const from = held[index]!;
    return Array.from({ length: STEPS - 1 }, (_, step) => {
      const share = (step + 1) / STEPS;
      const point = (key: 'source' | 'target') => ({
        x: mix(from[key].x, to[key].x, share),
        y: mix(from[key].y, to[key].y, share),
      });
      return { ...to, source: point('source'), target: point('target') };
    });
  });
}
