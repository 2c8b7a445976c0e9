import { PART } from '@proteus/contracts/person-parts.ts';
import { dilate } from '@proteus/raster/dilate.ts';
import { erode } from '@proteus/raster/erode.ts';
import { exemplarFill } from '@proteus/raster/exemplar/exemplar-fill.ts';
import { ROLE } from '@proteus/raster/exemplar/role.ts';
import type { Mask, RgbImage } from '@proteus/raster/types.ts';
import type { PersonAnalysis } from '../../../person-analysis.ts';
import { partMask } from '../part-mask.ts';
import { createSeededRandom } from '../seeded-random.ts';
import { BEHIND } from './behind-cloth.ts';

/** Boundaries between what lies behind are softened: the cloth is read this far beyond its own, pixels. */
const SOFT = 3;
/** This near to anything else, in pixels, lower clothes have mixed with it. */
const MIXED = 4;
/** This near to the old top, in shoulder widths, they lie in its shade: compared with, not copied. */
const SHADED = 0.16;
/** Less of them than this, in square shoulder widths, is but a seam, which needs no texture. */
const LEAST_AREA = 0.02;
/** The same photo is always completed in the same way. */
const SEED = 1;

/**
 * Continues lower clothes under the old top with their own texture, copied from where they are seen.
 *
 * @param kinds `BEHIND` by pixel.
 * @returns null where too little is missing, or too little seen.
 */
export function textureLower(person: PersonAnalysis, kinds: Mask): RgbImage | null {
  const { picture, parts, frame } = person;
  const missing = partMask(kinds, (kind) => kind === BEHIND.lower);
  let area = 0;
  for (const value of missing.data) if (value !== 0) area++;
  if (area < LEAST_AREA * frame.shoulderWidth ** 2) return null;
  const hole = dilate(missing, SOFT).data;
  const cloth = erode(
    partMask(parts, (part) => part === PART['lower-clothes']),
    MIXED,
  ).data;
  const shaded = dilate(
    partMask(parts, (part) => part === PART['upper-clothes']),
    Math.round(SHADED * frame.shoulderWidth),
  ).data;
  const data = hole.map((isHole, pixel) => {
    if (isHole !== 0) return ROLE.hole;
    if (cloth[pixel] === 0) return ROLE.unseen;
    return shaded[pixel] !== 0 ? ROLE.context : ROLE.source;
  });
  const { width, height } = picture;
  return exemplarFill(picture, { width, height, data }, createSeededRandom(SEED));
}
