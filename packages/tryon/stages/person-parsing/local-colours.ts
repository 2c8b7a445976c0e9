import { boxBlur } from '@proteus/raster/box-blur.ts';
import type { LabImage, Plane, Size } from '@proteus/raster/types.ts';
import { REGIONS } from '../../person-analysis.ts';

/** The means are taken at half the parse size. */
const SHRINK = 2;
/** Half width of the windows of the mean, in shrunk pixels. */
const RADIUS = 4;

/** A region's colours around every place. */
export interface LocalColour {
  readonly l: Plane;
  readonly a: Plane;
  readonly b: Plane;
  /** Total variance of the three. */
  readonly variance: Float32Array;
}

/** Mean colours of each region around every place, at half the parse size. */
export interface LocalColours extends Size {
  /** For each region; NaN where none of the region is near. */
  readonly regions: readonly LocalColour[];
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
    const [sumL, sumA, sumB, sumSquares] = [0, 1, 2, 3].map(
      () => new Float32Array(width * height),
    ) as [Float32Array, Float32Array, Float32Array, Float32Array];
    for (let y = 0, i = 0; y < lab.height; y++) {
      const row = Math.floor(y / SHRINK) * width;
      for (let x = 0; x < lab.width; x++, i++) {
        const inside = membership[i]!;
        if (inside < 0.2) continue;
        // Nearly all the say to pure pixels, a little to mixed ones, for straps and cords.
        const weight = inside > 0.99 ? 1 : 0.02 * inside * inside;
        const at = row + Math.floor(x / SHRINK);
        weights[at]! += weight;
        const l = lab.data[i * 3]!;
        const a = lab.data[i * 3 + 1]!;
        const b = lab.data[i * 3 + 2]!;
        sumL[at]! += weight * l;
        sumA[at]! += weight * a;
        sumB[at]! += weight * b;
        sumSquares[at]! += weight * (l * l + a * a + b * b);
      }
    }
    const blurred = boxBlur({ ...size, data: weights }, RADIUS);
    const l = mean(sumL, blurred, size);
    const a = mean(sumA, blurred, size);
    const b = mean(sumB, blurred, size);
    const variance = mean(sumSquares, blurred, size).data;
    for (let i = 0; i < variance.length; i++) {
      variance[i]! -= l.data[i]! ** 2 + a.data[i]! ** 2 + b.data[i]! ** 2;
    }
    return { l, a, b, variance };
  });
  return { width, height, regions };
}
