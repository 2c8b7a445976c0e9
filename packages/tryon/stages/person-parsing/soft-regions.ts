import { gaussianBlur } from '@proteus/raster/gaussian-blur.ts';
import { resizePlane } from '@proteus/raster/resize-plane.ts';
import type { Plane, Size } from '@proteus/raster/types.ts';
import { REGIONS, type Region } from '../../person-analysis.ts';

/**
 * Turns a labelling into soft memberships at the picture's size.
 *
 * @param labels index into `REGIONS` of each pixel, at the parse size.
 */
export function softRegions(
  labels: Uint8Array,
  parseSize: Size,
  { width, height }: Size,
): { readonly [Name in Region]: Plane } {
  const membership = (region: Region) => {
    const index = REGIONS.indexOf(region);
    const data = Float32Array.from(labels, (label) => (label === index ? 1 : 0));
    return resizePlane(gaussianBlur({ ...parseSize, data }, 0.8), width, height);
  };
  return {
    background: membership('background'),
    skin: membership('skin'),
    hair: membership('hair'),
    upper: membership('upper'),
    lower: membership('lower'),
  };
}
