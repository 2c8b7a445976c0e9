/**
 * Right half of a sampled Gaussian, centre first; the whole kernel (the centre once, the others
 * twice) sums to 1.
 *
 * @param radius how far it reaches, four sigma when left out.
 */
export function gaussianKernel(
  sigma: number,
  radius: number = Math.max(1, Math.ceil(4 * sigma)),
): Float64Array {
  const kernel = new Float64Array(radius + 1);
  let sum = 0;
  for (let k = 0; k <= radius; k++) {
    kernel[k] = Math.exp((-0.5 * k * k) / (sigma * sigma));
    sum += k === 0 ? kernel[k]! : 2 * kernel[k]!;
  }
  for (let k = 0; k <= radius; k++) kernel[k]! /= sum;
  return kernel;
}
