import { PART } from '@proteus/contracts/person-parts.ts';
import type { Rectangle } from '@proteus/raster/crop.ts';
import type { PersonAnalysis } from '../../person-analysis.ts';
import type { BentGarment } from '../../stages/warp/warp-garment.ts';

/** Room around what changes, in shoulder widths: for background samples, skin and shadows. */
const MARGIN = 0.4;

/** The part of the picture that the old top, the new garment and their surroundings take up. */
export function changedWindow(person: PersonAnalysis, bent: BentGarment): Rectangle {
  const { width, height, data } = person.parts;
  let left = person.chin.x;
  let right = person.chin.x;
  let top = person.chin.y;
  let bottom = person.frame.hipMiddle.y;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      if (data[y * width + x] !== PART['upper-clothes']) continue;
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
