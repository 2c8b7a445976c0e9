import { PART } from '@proteus/contracts/person-parts.ts';
import { createMask } from '@proteus/raster/create-mask.ts';
import { dilate } from '@proteus/raster/dilate.ts';
import { openMask } from '@proteus/raster/open.ts';
import type { Mask } from '@proteus/raster/types.ts';
import type { PersonAnalysis } from '../../person-analysis.ts';

/** Strips of skin beside a lock that are narrower than twice this, in shoulder widths, are its own. */
const NARROW = 0.05;
/** So near to it, likewise. */
const BESIDE = 0.1;

/** Hair, with the ends and highlights of its locks that the parse took for skin of neck and chest. */
export function findLocks({ parts, frame }: PersonAnalysis): Mask {
  const hair = createMask(parts.width, parts.height);
  const skin = createMask(parts.width, parts.height);
  for (let i = 0; i < hair.data.length; i++) {
    const part = parts.data[i]!;
    if (part === PART.hair) hair.data[i] = 255;
    if (part === PART.neck || part === PART['torso-skin']) skin.data[i] = 255;
  }
  const wide = openMask(skin, NARROW * frame.shoulderWidth).data;
  const near = dilate(hair, BESIDE * frame.shoulderWidth).data;
  for (let i = 0; i < near.length; i++) {
    if (skin.data[i] && !wide[i] && near[i]) hair.data[i] = 255;
  }
  return hair;
}
