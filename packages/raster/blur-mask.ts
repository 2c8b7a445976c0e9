import { convolveMask } from './convolve-separable.ts';
import { createPlane } from './create-plane.ts';
import { DIRECT_BELOW, gaussianBlur } from './gaussian-blur.ts';
import { gaussianKernel } from './gaussian-kernel.ts';
import type { Mask, Plane } from './types.ts';

/**
 * `gaussianBlur` of the plane that is 1 where a mask is set and 0 elsewhere, without that plane where
 * sigma is small, as it is for soft edges: a quarter of the memory to be looked through.
 *
 * @param sigma standard deviation in pixels.
 * @returns share of set pixels around each one, 0 to 1.
 * @throws {RangeError} when sigma is negative or not finite.
 */
export function blurMask(mask: Mask, sigma: number): Plane {
  if (sigma >= 0.05 && sigma < DIRECT_BELOW) return convolveMask(mask, gaussianKernel(sigma));
  const { width, height, data } = mask;
  const plane = createPlane(width, height);
  for (let i = 0; i < data.length; i++) if (data[i] !== 0) plane.data[i] = 1;
  return gaussianBlur(plane, sigma, plane);
}
