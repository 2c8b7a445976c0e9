import { PART } from '@proteus/contracts/person-parts.ts';
import type { Mask } from '@proteus/raster/types.ts';
import { partMask } from '../part-mask.ts';
import { BEHIND } from './behind-cloth.ts';

/** 255 on the person with the old cloth taken away: all but the wall, seen or come to light. @param kinds `BEHIND` by pixel. */
export function bodyMask(kinds: Mask, parts: Mask): Mask {
  const body = partMask(kinds, (kind) => kind !== BEHIND.background);
  for (let i = 0; i < body.data.length; i++) {
    if (kinds.data[i] === BEHIND.untouched && parts.data[i] === PART.background) body.data[i] = 0;
  }
  return body;
}
