import type { Plane } from '@proteus/raster/types.ts';
import type { HeightField } from './height-field.ts';

/** Nearness of each pixel of a height field: 0 = background, 1 = what is nearest the viewer. */
export function depthMap({ height }: HeightField): Plane {
  let nearest = 0;
  for (const value of height.data) if (value > nearest) nearest = value;
  const factor = nearest > 0 ? 1 / nearest : 0;
  return { ...height, data: height.data.map((value) => value * factor) };
}
