import type { ExemplarLevel } from './exemplar-level.ts';
import type { PatchField } from './patch-field.ts';
import { PATCH_REACH } from './whole-patches.ts';

const LARGEST = 2 ** 31 - 1;

/** Weighted squared difference of two patches; stops after the row in which it reaches `limit`. */
function patchCost(
  { data, width }: ExemplarLevel,
  weights: Uint8Array,
  target: number,
  source: number,
  limit: number,
): number {
  const size = 2 * PATCH_REACH + 1;
  let cost = 0;
  let q = target - PATCH_REACH * (width + 1);
  let s = source - PATCH_REACH * (width + 1);
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++, q++, s++) {
      const weight = weights[q]!;
      if (weight === 0) continue;
      const red = data[q * 3]! - data[s * 3]!;
      const green = data[q * 3 + 1]! - data[s * 3 + 1]!;
      const blue = data[q * 3 + 2]! - data[s * 3 + 2]!;
      cost += Math.imul(weight, red * red + green * green + blue * blue);
    }
    if (cost >= limit) return cost;
    q += width - size;
    s += width - size;
  }
  return cost;
}

/** Measures every target's best anew, after the guesses in the hole or their weights have changed. */
export function measureCosts(level: ExemplarLevel, field: PatchField): void {
  const { targets, best, costs, weights } = field;
  for (let i = 0; i < targets.length; i++) {
    const target = targets[i]!;
    costs[target] = patchCost(level, weights, target, best[target]!, LARGEST);
  }
}

function offer(
  level: ExemplarLevel,
  { isCentre, best, costs, weights }: PatchField,
  target: number,
  candidate: number,
): void {
  if (isCentre[candidate] !== 1 || candidate === best[target]) return;
  const cost = patchCost(level, weights, target, candidate, costs[target]!);
  if (cost >= costs[target]!) return;
  costs[target] = cost;
  best[target] = candidate;
}

/**
 * One round of PatchMatch: every target takes over its neighbours' offsets where they serve it better, and
 * then tries patches at random, ever nearer to its best.
 *
 * @param isBackwards from the last target to the first, with the neighbours on the other side.
 * @param reach how far from its best a target looks at first, in whole pixels.
 * @see Barnes et al. 2009, "PatchMatch: A Randomized Correspondence Algorithm".
 */
export function searchPatches(
  level: ExemplarLevel,
  field: PatchField,
  isBackwards: boolean,
  reach: number,
  random: () => number,
): void {
  const { width, height } = level;
  const { targets, best } = field;
  const across = isBackwards ? 1 : -1;
  const down = across * width;
  for (let i = 0; i < targets.length; i++) {
    const target = targets[isBackwards ? targets.length - 1 - i : i]!;
    if (best[target + across]! >= 0) offer(level, field, target, best[target + across]! - across);
    if (best[target + down]! >= 0) offer(level, field, target, best[target + down]! - down);
    for (let radius = reach; radius >= 1; radius >>= 1) {
      const found = best[target]!;
      const y = Math.floor(found / width);
      const row = y + Math.floor((2 * random() - 1) * (radius + 1));
      const column = found - y * width + Math.floor((2 * random() - 1) * (radius + 1));
      if (column < 0 || row < 0 || column >= width || row >= height) continue;
      offer(level, field, target, row * width + column);
    }
  }
}
