import { median } from '../scalar.ts';

/** How far, in typical steps, a slice's end may leave the straight run of those before it ... */
const BEND = 1.2;
/** ... and by this share of a slice's length in any case: long sleeves lie in gentle bends. */
const GENTLE = 0.15;
/** Share of the sleeve from which an oblique cuff may begin. */
const CUFF_FROM = 0.7;

/**
 * The number of slices whose ends still lie on the sleeve's edge: where they leave its straight
 * course, an oblique cuff has begun.
 *
 * @param slice length of a slice along the sleeve, in garment pixels.
 */
export function straightUntil(edges: readonly number[], slice: number): number {
  const steps = edges.slice(1).map((edge, i) => Math.abs(edge - edges[i]!));
  const usual = Math.max(2, median(steps.filter((step) => !Number.isNaN(step))));
  const allowed = Math.max(BEND * usual, GENTLE * slice);
  for (let i = Math.ceil(edges.length * CUFF_FROM); i < edges.length; i++) {
    const expected = 2 * edges[i - 1]! - edges[i - 2]!;
    if (!(Math.abs(edges[i]! - expected) <= allowed)) return i;
  }
  return edges.length;
}
