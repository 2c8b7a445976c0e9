/**
 * What two things cover together where they lie beside each other: the sum of their shares, at most 1.
 * A loop, as arrays' own `map` calls a function for every pixel.
 */
export function jointShare(a: Float32Array, b: Float32Array): Float32Array {
  const both = new Float32Array(a.length);
  for (let i = 0; i < both.length; i++) both[i] = Math.min(1, a[i]! + b[i]!);
  return both;
}
