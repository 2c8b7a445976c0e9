import { dilate } from './dilate.ts';
import { erode } from './erode.ts';
import type { Mask } from './types.ts';

/** Removes what a disc of this radius (pixels) does not fit into: specks, hairs, thin bridges. */
export function openMask(mask: Mask, radius: number): Mask {
  return dilate(erode(mask, radius), radius);
}
