/** Longer arrays than this are left to the collector: the work of a large photo must not stay. */
const LONGEST_KEPT = 4 * 2 ** 20;
const kept: Float32Array[] = [];

/**
 * Working memory for one operation, to be given back with `giveBackFloats`. Planes that only live within
 * one operation come by the hundred for one picture; fresh ones cost pages and collections.
 *
 * @returns at least `length` values, whatever they were last used for.
 */
export function borrowFloats(length: number): Float32Array {
  const last = kept.pop();
  return last !== undefined && last.length >= length ? last : new Float32Array(length);
}

/** Ends a loan: from now on somebody else may write there. */
export function giveBackFloats(floats: Float32Array): void {
  if (floats.length <= LONGEST_KEPT) kept.push(floats);
}
