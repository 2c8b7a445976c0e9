import type { Mask } from '@proteus/raster/types.ts';
import type { Capsules } from '../body/capsules.ts';
import { BEHIND } from './behind-cloth.ts';
import { EDGE_SOFTNESS } from './soft-kind.ts';

/** Shares between these are on an edge. */
const ON_EDGE = [0.02, 0.98] as const;
/** How far off the outline an edge may run beside it, in pixels: skin is seen where it is, not where an outline has it. */
const FURTHEST = 4;
/** An edge of whole pixels lies this near its even course; another one ends the limb for another reason. */
const STEP = 0.9;
/** Its distances from the outline vary no more than this, or it does not run along it. */
const STEADY = 0.6;
/** The course of an edge is that within three cells of so many pixels. */
const CELL = 8;
/** No limb is so slender that its distances, in its radii, grow faster than this from pixel to pixel. */
const STEEPEST = 0.5;
/** Nothing but the limb and the backdrop is this near, pixels. */
const NEAR = 3;
/** Makes the logistic curve that of an edge blurred by `EDGE_SOFTNESS`. */
const STEEPNESS = 1.702 / EDGE_SOFTNESS;

/** How far edges run off the outline about here: their number, sum and sum of squares, cell by cell. */
interface Course {
  readonly columns: number;
  readonly sums: Float64Array;
}

/** Pixels on an edge between a limb and the backdrop, and how far inside the outline each one lies. */
interface EdgePixels {
  readonly pixels: readonly number[];
  readonly inside: readonly number[];
}

function findEdge(
  share: Float32Array,
  { width, height, data }: Mask,
  limb: number,
  { distance }: Pick<Capsules, 'distance'>,
): EdgePixels {
  const isOther = (pixel: number) => data[pixel] !== limb && data[pixel] !== BEHIND.background;
  const pixels: number[] = [];
  const inside: number[] = [];
  for (let y = NEAR; y < height - NEAR; y++) {
    for (let x = NEAR; x < width - NEAR; x++) {
      const pixel = y * width + x;
      if (share[pixel]! < ON_EDGE[0] || share[pixel]! > ON_EDGE[1] || isOther(pixel)) continue;
      if (isOther(pixel - NEAR) || isOther(pixel + NEAR)) continue;
      if (isOther(pixel - NEAR * width) || isOther(pixel + NEAR * width)) continue;
      const across = (distance[pixel + 1]! - distance[pixel - 1]!) / 2;
      const down = (distance[pixel + width]! - distance[pixel - width]!) / 2;
      const slope = Math.hypot(across, down);
      // Beyond their reach distances are not told.
      if (slope > STEEPEST) continue;
      pixels.push(pixel);
      inside.push((1 - distance[pixel]!) / slope);
    }
  }
  return { pixels, inside };
}

/** Both edges of a slender limb come near to each other: each has its own course. */
function courseAt(pixel: number, width: number, columns: number, inward: number): number {
  const x = pixel % width;
  const y = (pixel - x) / width;
  const cell = Math.floor(y / CELL + 1) * columns + Math.floor(x / CELL + 1);
  return (cell * 2 + (inward > 0 ? 1 : 0)) * 3;
}

function measureCourse(
  { pixels }: EdgePixels,
  offsets: Float64Array,
  { width, height }: Mask,
  inward: Float32Array,
): Course {
  const columns = Math.ceil(width / CELL) + 2;
  const sums = new Float64Array(columns * (Math.ceil(height / CELL) + 2) * 6);
  for (let n = 0; n < pixels.length; n++) {
    const offset = offsets[n]!;
    if (!(Math.abs(offset) < FURTHEST)) continue;
    const at = courseAt(pixels[n]!, width, columns, inward[pixels[n]!]!);
    sums[at]!++;
    sums[at + 1]! += offset;
    sums[at + 2]! += offset * offset;
  }
  return { columns, sums };
}

/** How far off the outline edges run about a cell; NaN where they do not run along it. */
function readCourse({ columns, sums }: Course, at: number): number {
  let count = 0;
  let sum = 0;
  let squares = 0;
  for (let row = -1; row <= 1; row++) {
    for (let column = -1; column <= 1; column++) {
      const cell = at + (row * columns + column) * 6;
      count += sums[cell]!;
      sum += sums[cell + 1]!;
      squares += sums[cell + 2]!;
    }
  }
  const mean = sum / count;
  return squares / count - mean * mean < STEADY * STEADY ? mean : Number.NaN;
}

/**
 * Gives limbs before the backdrop an edge between the pixels, which runs evenly along their outline
 * as far off it as it is seen. An edge of whole pixels, however softened, goes down a slender arm in
 * steps.
 *
 * @param share how much of each pixel is skin, softened by `EDGE_SOFTNESS`; changed in place.
 * @param beside the same for the backdrop; changed in place.
 * @param kinds `BEHIND` by pixel.
 * @param limb the kind of the limbs.
 */
export function refineLimbEdges(
  share: Float32Array,
  beside: Float32Array,
  kinds: Mask,
  limb: number,
  capsules: Pick<Capsules, 'distance' | 'inward'>,
): void {
  const edge = findEdge(share, kinds, limb, capsules);
  const offsets = Float64Array.from(edge.pixels, (pixel, n) => {
    const whole = Math.log(share[pixel]! / (1 - share[pixel]!)) / STEEPNESS;
    return edge.inside[n]! - whole;
  });
  const course = measureCourse(edge, offsets, kinds, capsules.inward);
  for (let n = 0; n < edge.pixels.length; n++) {
    const pixel = edge.pixels[n]!;
    const off = readCourse(
      course,
      courseAt(pixel, kinds.width, course.columns, capsules.inward[pixel]!),
    );
    if (!(Math.abs(offsets[n]! - off) < STEP)) continue;
    const own = 1 / (1 + Math.exp(-STEEPNESS * (edge.inside[n]! - off)));
    share[pixel] = own;
    beside[pixel] = 1 - own;
  }
}
