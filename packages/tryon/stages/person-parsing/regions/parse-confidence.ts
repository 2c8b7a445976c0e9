import { REGIONS } from '../../../person-analysis.ts';
import type { Evidence } from '../evidence/evidence.ts';

/** Every third pixel is enough for a mean. */
const STEP = 3;

/**
 * How clear-cut a parse is: 1 minus the mean normalised entropy of the regions' posteriors over the
 * pixels of the person.
 *
 * @param costs negative log posteriors, plane after plane in the order of `REGIONS`.
 * @returns 0 to 1; 0 when there is no person.
 */
export function parseConfidence(costs: Float32Array, { pixels, person }: Evidence): number {
  const count = person.length;
  let entropy = 0;
  let seen = 0;
  for (let k = 0; k < pixels.length; k += STEP) {
    const i = pixels[k]!;
    if (person[i]! < 0.5) continue;
    let least = Number.POSITIVE_INFINITY;
    for (let r = 0; r < REGIONS.length; r++) least = Math.min(least, costs[r * count + i]!);
    let sum = 0;
    let mean = 0;
    for (let r = 0; r < REGIONS.length; r++) {
      const excess = costs[r * count + i]! - least;
      const weight = Math.exp(-excess);
      sum += weight;
      mean += weight * excess;
    }
    entropy += Math.log(sum) + mean / sum;
    seen++;
  }
  return seen === 0 ? 0 : 1 - entropy / (seen * Math.log(REGIONS.length));
}
