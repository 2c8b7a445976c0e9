import { REGIONS } from '../../person-analysis.ts';

/**
 * How clear-cut a parse is: 1 minus the mean normalised entropy of the regions' posteriors over the
 * pixels of the person.
 *
 * @param costs negative log posteriors, plane after plane in the order of `REGIONS`.
 * @param person probability of each pixel to belong to the person.
 * @returns 0 to 1; 0 when there is no person.
 */
export function parseConfidence(costs: Float32Array, person: Float32Array): number {
  const count = person.length;
  const posteriors = new Float64Array(REGIONS.length);
  let entropy = 0;
  let pixels = 0;
  for (let i = 0; i < count; i++) {
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
    pixels++;
  }
  return pixels === 0 ? 0 : 1 - entropy / (pixels * Math.log(REGIONS.length));
}
