import { createMask } from './create-mask.ts';
import type { Mask, Plane } from './types.ts';

/** 255 where the plane is above `level`, 0 elsewhere (and where it is not a number). */
export function thresholdPlane(plane: Plane, level: number): Mask {
  const mask = createMask(plane.width, plane.height);
  for (let i = 0; i < mask.data.length; i++) mask.data[i] = plane.data[i]! > level ? 255 : 0;
  return mask;
}
