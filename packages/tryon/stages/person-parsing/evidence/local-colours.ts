import { boxBlur } from '@proteus/raster/box-blur.ts';
import type { LabImage, Plane, Size } from '@proteus/raster/types.ts';
import { REGIONS } from '../../../person-analysis.ts';

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

/** What is summed up of one region before the means are taken. */
interface ColourSums {
  readonly weights: Float32Array;
  readonly l: Float32Array;
  readonly a: Float32Array;
  readonly b: Float32Array;
  readonly squares: Float32Array;
}

function addColour(sums: ColourSums, at: number, weight: number, l: number, a: number, b: number) {
  sums.weights[at]! += weight;
  sums.l[at]! += weight * l;
  sums.a[at]! += weight * a;
  sums.b[at]! += weight * b;
  sums.squares[at]! += weight * (l * l + a * a + b * b);
}

/** Sums the colours of all regions up, at the shrunk size. */
function sumColours(memberships: readonly Plane[], lab: LabImage, { width, height }: Size) {
  const plane = () => new Float32Array(width * height);
  const sums: ColourSums[] = REGIONS.map(() => ({
    weights: plane(),
    l: plane(),
    a: plane(),
    b: plane(),
    squares: plane(),
  }));
  for (let y = 0, i = 0; y < lab.height; y++) {
    const row = Math.floor(y / SHRINK) * width;
    for (let x = 0; x < lab.width; x++, i++) {
      const at = row + Math.floor(x / SHRINK);
      const l = lab.data[i * 3]!;
      const a = lab.data[i * 3 + 1]!;
      const b = lab.data[i * 3 + 2]!;
      for (let region = 0; region < sums.length; region++) {
        const inside = memberships[region]!.data[i]!;
        if (inside < 0.2) continue;
        // Nearly all the say to pure pixels, a little to mixed ones, for straps and cords.
        const weight = inside > 0.99 ? 1 : 0.02 * inside * inside;
        addColour(sums[region]!, at, weight, l, a, b);
        if (inside > 0.99) break;
      }
    }
  }
  return sums;
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
  const regions = sumColours(memberships, lab, size).map((sums) => {
    const blurred = boxBlur({ ...size, data: sums.weights }, RADIUS);
    const l = mean(sums.l, blurred, size);
    const a = mean(sums.a, blurred, size);
    const b = mean(sums.b, blurred, size);
    const variance = mean(sums.squares, blurred, size).data;
    for (let i = 0; i < variance.length; i++) {
      variance[i]! -= l.data[i]! ** 2 + a.data[i]! ** 2 + b.data[i]! ** 2;
    }
    return { l, a, b, variance };
  });
  return { width, height, regions };
}
