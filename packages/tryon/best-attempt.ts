import type { Quality } from '@proteus/contracts/jobs/quality.ts';

/** A finished attempt that can be compared with others. */
export interface Attempt {
  readonly variation: { readonly name: string };
  readonly quality: Quality;
}

/**
 * Tries again, in other ways, while the score is below what was wanted, and keeps the best; of equal
 * ones the earliest. All attempts are recorded in its quality.
 *
 * @param variations what to try, in order.
 * @param enough the score from which nothing more is tried.
 */
export function keepBest<Tried extends Attempt>(
  first: Tried,
  variations: readonly Tried['variation'][],
  enough: number,
  attempt: (variation: Tried['variation']) => Tried,
): Tried {
  let best = first;
  const attempts = [record(first)];
  for (const variation of variations) {
    if (best.quality.score >= enough) break;
    const next = attempt(variation);
    attempts.push(record(next));
    if (next.quality.score > best.quality.score) best = next;
  }
  const { quality } = best;
  const metrics = { ...quality.metrics, attempts: attempts.length };
  return { ...best, quality: { ...quality, metrics, attempts } };
}

function record({ variation, quality }: Attempt) {
  return { variation: variation.name, score: quality.score };
}
