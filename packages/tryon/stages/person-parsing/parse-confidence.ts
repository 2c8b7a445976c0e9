import { REGIONS } from '../../person-analysis.ts';
import type { Evidence } from './evidence.ts';

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
  const posteriors = new Float64Array(REGIONS.length);
  let entropy = 0;
  let seen = 0;
  for (let k = 0; k < pixels.length; k += STEP) {
    const i = pixels[k]!;
    if (person[i]! < 0.5) continue;
    let least = Number.POSITIVE_INFINITY;
    for (let r = 0; r < posteriors.length; r++) least = Math.min(least, costs[r * count + i]!);
    let sum = 0;
    for (let r = 0; r < posteriors.length; r++) {
      posteriors[r] = Math.exp(least - costs[r * count + i]!);
      sum += posteriors[r]!;
    }
    for (let r = 0; r < posteriors.length; r++) {
      const p = posteriors[r]! / sum;
      if (p > 1e-6) entropy -= p * Math.log(p);
    }
    seen++;
  }
  return seen === 0 ? 0 : 1 - entropy / (seen * Math.log(REGIONS.length));
}
