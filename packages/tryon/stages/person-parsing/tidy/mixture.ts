import type { LabImage } from '@proteus/raster/types.ts';

/** A colour this near to the line between two others is a mixture of them, ΔE*ab. */
export const MIXED = 8;

/** How far a pixel's colour lies from the mixtures of two others', ΔE*ab. */
export function fromMixtures({ data }: LabImage, pixel: number, one: number, two: number): number {
  let along = 0;
  let squares = 0;
  for (let k = 0; k < 3; k++) {
    const step = data[two * 3 + k]! - data[one * 3 + k]!;
    along += step * (data[pixel * 3 + k]! - data[one * 3 + k]!);
    squares += step * step;
  }
  const share = squares === 0 ? 0 : Math.min(1, Math.max(0, along / squares));
  let distance = 0;
  for (let k = 0; k < 3; k++) {
    const step = data[two * 3 + k]! - data[one * 3 + k]!;
    distance += (data[pixel * 3 + k]! - data[one * 3 + k]! - share * step) ** 2;
  }
  return Math.sqrt(distance);
}
