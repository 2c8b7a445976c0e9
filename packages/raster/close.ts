import { dilate } from './dilate.ts';
import { erode } from './erode.ts';
import type { Mask } from './types.ts';

/** Fills what a disc of this radius (pixels) does not fit into from outside: cracks, pinholes. */
export function closeMask(mask: Mask, radius: number): Mask {
  return erode(dilate(mask, radius), radius);
}
