import { rankCorrelation } from './rank-correlation.ts';

/** One graded picture: how bad each criterion is, 0 to 1, and its grade, 1 to 5. */
export interface Sample {
  readonly badness: readonly number[];
  readonly grade: number;
}

/** Ridge against weights that a few pictures would blow up, and steps until the weights rest. */
const RIDGE = 0.5;
const SWEEPS = 400;
/** The score that a picture of grade 1 should have if one of grade 5 has 1. */
const BROKEN_SCORE = 0.15;
const GRADES_APART = 4;

/**
 * Weights of criteria, 0 or more, that explain grades best: `grade ≈ best - Σ weight · badness`, by
 * coordinate descent with a ridge. Nothing bad can raise a score.
 */
export function fitWeights(samples: readonly Sample[]): readonly number[] {
  const count = samples[0]?.badness.length ?? 0;
  const mean = (values: readonly number[]) =>
    values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
  const grade = mean(samples.map((sample) => sample.grade));
  const means = Array.from({ length: count }, (_, k) =>
    mean(samples.map(({ badness }) => badness[k]!)),
  );
  const weights = new Array<number>(count).fill(0);
  const rest = samples.map((sample) => sample.grade - grade);
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    for (let k = 0; k < count; k++) {
      let product = 0;
      let square = RIDGE;
      for (const [i, { badness }] of samples.entries()) {
        const away = badness[k]! - means[k]!;
        product += away * (rest[i]! - weights[k]! * away);
        square += away * away;
      }
      const weight = Math.max(0, -product / square);
      const change = weight - weights[k]!;
      for (const [i, { badness }] of samples.entries()) {
        rest[i]! += change * (badness[k]! - means[k]!);
      }
      weights[k] = weight;
    }
  }
  return weights;
}

/** What each criterion multiplies the score by at its worst. */
export function worstFactors(weights: readonly number[]): readonly number[] {
  return weights.map((weight) => BROKEN_SCORE ** (weight / GRADES_APART));
}

/** How well weights rank pictures that they were not fitted to: each left out once. */
export function heldOutCorrelation(samples: readonly Sample[]): number {
  const predicted = samples.map((sample, index) => {
    const weights = fitWeights(samples.filter((_, other) => other !== index));
    return -sample.badness.reduce((sum, value, k) => sum + value * weights[k]!, 0);
  });
  return rankCorrelation(
    predicted,
    samples.map(({ grade }) => grade),
  );
}
