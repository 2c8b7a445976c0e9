import { boxBlur } from '@proteus/raster/box-blur.ts';
import type { LabImage, Plane, Size } from '@proteus/raster/types.ts';
import { REGIONS } from '../../person-analysis.ts';

/** The means are taken at half the parse size. */
const SHRINK = 2;
/** Half width of the windows of the mean, in shrunk pixels. */
const RADIUS = 4;

/** Mean colours of each region around every place, at half the parse size. */
export interface LocalColours extends Size {
  /** For each region: L, a, b and weight; NaN colours where none of the region is near. */
  readonly regions: readonly { readonly l: Plane; readonly a: Plane; readonly b: Plane }[];
}

/** Blurs a sum and divides it by the blurred weights. */
function mean(sums: Float32Array, weights: Plane, size: Size): Plane {
  const blurred = boxBlur({ ...size, data: sums }, RADIUS);
  for (let i = 0; i < blurred.data.length; i++) {
    const weight = weights.data[i]!;
    blurred.data[i] = weight > 1e-4 ? blurred.data[i]! / weight : Number.NaN;
  }
  return blurred;
}

/**
 * Averages each region's colours around every place. Pixels off the region's edges count most, as
 * those at an edge are mixtures.
 *
 * @param memberships blurred indicator of each region at the parse size: 1 = off any edge.
 * @param lab the picture at the parse size.
 */
export function localColours(memberships: readonly Plane[], lab: LabImage): LocalColours {
  const width = Math.ceil(lab.width / SHRINK);
  const height = Math.ceil(lab.height / SHRINK);
  const size = { width, height };
  const regions = REGIONS.map((_, region) => {
    const membership = memberships[region]!.data;
    const weights = new Float32Array(width * height);
    const sums = [0, 1, 2].map(() => new Float32Array(width * height)) as [
      Float32Array,
      Float32Array,
      Float32Array,
    ];
    for (let y = 0, i = 0; y < lab.height; y++) {
      const row = Math.floor(y / SHRINK) * width;
      for (let x = 0; x < lab.width; x++, i++) {
        const inside = membership[i]!;
        if (inside < 0.5) continue;
        // Nearly all the say to pure pixels, a little to mixed ones, for straps and cords.
        const weight = inside > 0.99 ? 1 : 0.02 * inside;
        const at = row + Math.floor(x / SHRINK);
        weights[at]! += weight;
        sums[0][at]! += weight * lab.data[i * 3]!;
        sums[1][at]! += weight * lab.data[i * 3 + 1]!;
        sums[2][at]! += weight * lab.data[i * 3 + 2]!;
      }
    }
    const blurred = boxBlur({ ...size, data: weights }, RADIUS);
    return {
      l: mean(sums[0], blurred, size),
      a: mean(sums[1], blurred, size),
      b: mean(sums[2], blurred, size),
    };
  });
  return { width, height, regions };
}
