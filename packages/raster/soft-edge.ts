import { blurMask } from './blur-mask.ts';
import type { Mask, Plane } from './types.ts';

/** Shares that come this near to none or all are that: no picture shows the difference. */
const NOTHING = 0.001;

/**
 * A mask with a soft edge whose course is even: whole pixels, only softened, go down a slanting edge in steps.
 *
 * @param evened over so many pixels the edge's course is evened; corners are rounded by as much.
 * @param softness of the edge, the standard deviation of its slope in pixels; no more than `evened`.
 * @returns share of each pixel that belongs to the mask, 0 to 1.
 * @throws {RangeError} when `evened` is negative or not finite.
 */
export function softEdge(mask: Mask, evened: number, softness: number): Plane {
  const plane = blurMask(mask, evened);
  const steeper = evened / softness;
  // A wide edge's share from which the narrow one's is something.
  const least = NOTHING ** (1 / steeper);
  const { data } = plane;
  for (let pixel = 0; pixel < data.length; pixel++) {
    const share = data[pixel]!;
    if (!(share > least && share < 1 - least)) {
      data[pixel] = share < 0.5 ? 0 : 1;
      continue;
    }
    // The logistic curve of the wide edge, made as steep as that of the narrow one.
    const inside = share ** steeper;
    data[pixel] = inside / (inside + (1 - share) ** steeper);
  }
  return plane;
}
