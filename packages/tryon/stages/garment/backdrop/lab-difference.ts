import type { LabImage } from '@proteus/raster/types.ts';

/** ΔE (CIE76) between two pictures at one pixel. */
export function labDifference(a: LabImage, b: LabImage, pixel: number): number {
  const at = 3 * pixel;
  const lightness = a.data[at]! - b.data[at]!;
  const green = a.data[at + 1]! - b.data[at + 1]!;
  const blue = a.data[at + 2]! - b.data[at + 2]!;
  return Math.sqrt(lightness * lightness + green * green + blue * blue);
}
