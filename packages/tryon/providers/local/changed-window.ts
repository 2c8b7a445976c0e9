import { PART } from '@proteus/contracts/person-parts.ts';
import type { Rectangle } from '@proteus/raster/crop.ts';
import type { Point } from '@proteus/raster/types.ts';
import type { PersonAnalysis } from '../../person-analysis.ts';
import type { BentGarment } from '../../stages/warp/bent-garment.ts';

/** Room around what changes, in shoulder widths: for background samples, skin and shadows. */
const MARGIN = 0.4;

/**
 * The part of the picture that the old cloth, the new garment and their surroundings take up.
 *
 * @param label the old cloth's part.
 * @param anchors points of the body that belong to it in any case.
 */
export function changedWindow(
  person: PersonAnalysis,
  bent: BentGarment,
  label: number = PART['upper-clothes'],
  anchors: readonly Point[] = [person.chin, person.frame.hipMiddle],
): Rectangle {
  const { width, height, data } = person.parts;
  let left = Number.POSITIVE_INFINITY;
  let right = Number.NEGATIVE_INFINITY;
  let top = Number.POSITIVE_INFINITY;
  let bottom = Number.NEGATIVE_INFINITY;
  for (const { x, y } of anchors) {
    left = Math.min(left, x);
    right = Math.max(right, x);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y);
  }
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      if (data[y * width + x] !== label) continue;
      if (x < left) left = x;
      if (x > right) right = x;
      if (y < top) top = y;
      if (y > bottom) bottom = y;
    }
  }
  const { positions } = bent;
  for (let i = 0; i < positions.length; i += 2) {
    left = Math.min(left, positions[i]!);
    right = Math.max(right, positions[i]!);
    top = Math.min(top, positions[i + 1]!);
    bottom = Math.max(bottom, positions[i + 1]!);
  }
  const margin = MARGIN * person.frame.shoulderWidth;
  const x = Math.max(0, Math.floor(left - margin));
  const y = Math.max(0, Math.floor(top - margin));
  return {
    x,
    y,
    width: Math.max(1, Math.min(width, Math.ceil(right + margin)) - x),
    height: Math.max(1, Math.min(height, Math.ceil(bottom + margin)) - y),
  };
}
