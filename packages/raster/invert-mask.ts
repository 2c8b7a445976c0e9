import { createMask } from './create-mask.ts';
import type { Mask } from './types.ts';

/** 255 where the mask is 0, and 0 elsewhere. */
export function invertMask(mask: Mask): Mask {
  const inverted = createMask(mask.width, mask.height);
  for (let i = 0; i < inverted.data.length; i++) inverted.data[i] = mask.data[i] === 0 ? 255 : 0;
  return inverted;
}
