import { PART } from '@proteus/contracts/person-parts.ts';
import { blurMask } from '@proteus/raster/blur-mask.ts';
import { dilate } from '@proteus/raster/dilate.ts';
import { erode } from '@proteus/raster/erode.ts';
import { exemplarFill } from '@proteus/raster/exemplar/exemplar-fill.ts';
import { ROLE } from '@proteus/raster/exemplar/role.ts';
import { gaussianBlur } from '@proteus/raster/gaussian-blur.ts';
import { luma } from '@proteus/raster/luma.ts';
import type { Mask, RgbImage } from '@proteus/raster/types.ts';
import type { PersonAnalysis } from '../../../person-analysis.ts';
import { createSeededRandom } from '../../../seeded-random.ts';
import { belowShoulders } from '../../../stages/warp/body/frame-coordinates.ts';
import { partMask } from '../part-mask.ts';
import { BEHIND } from './behind-cloth.ts';

/** Boundaries between what lies behind are softened: the cloth is read this far beyond its own, pixels. */
const SOFT = 3;
/** This near to anything else, in pixels, lower clothes have mixed with it. */
const MIXED = 4;
/** This near to the old top, in shoulder widths, they lie in its shade: compared with, not copied. */
const SHADED = 0.16;
/** Less of them than this in sight, in square shoulder widths, is but a seam, which needs no texture. */
const LEAST_AREA = 0.04;
/** The same photo is always completed in the same way. */
const SEED = 1;
/** The light of a weave, and of the cloth about it, is that of so many shoulder widths. */
const WEAVE = 0.012;
const AROUND = 0.12;
/** What differs more than this from the cloth about it, in 8-bit steps, is not its plain texture. */
const STANDING_OUT = 14;

/** Pixels that come to light below a height, without those that only lay in the old hem's shade. */
function areaBelow(missing: Mask, { parts, frame }: PersonAnalysis, end: number): number {
  const { width, height, data } = missing;
  let area = 0;
  for (let y = 0, pixel = 0; y < height; y++) {
    for (let x = 0; x < width; x++, pixel++) {
      if (data[pixel] === 0 || parts.data[pixel] === PART['lower-clothes']) continue;
      if (belowShoulders(frame, x, y) > end) area++;
    }
  }
  return area;
}

/** Marks what stands out of the cloth about it: folds, the shadow between the legs, flies and pockets. */
function findFolds(picture: RgbImage, cloth: Mask, unit: number): Uint8Array {
  const { width, height } = cloth;
  const light = luma(picture);
  for (let i = 0; i < light.data.length; i++) if (cloth.data[i] === 0) light.data[i] = 0;
  const weights = blurMask(cloth, AROUND * unit).data;
  const sums = gaussianBlur(light, AROUND * unit).data;
  const soft = gaussianBlur(light, WEAVE * unit).data;
  const share = blurMask(cloth, WEAVE * unit).data;
  const folds = new Uint8Array(width * height);
  for (let i = 0; i < folds.length; i++) {
    if (cloth.data[i] === 0) continue;
    if (Math.abs(soft[i]! / share[i]! - sums[i]! / weights[i]!) > STANDING_OUT) folds[i] = 255;
  }
  return folds;
}

/**
 * Continues lower clothes under the old top with their own texture, copied from where they are seen.
 *
 * @param kinds `BEHIND` by pixel.
 * @param topEnd where the new top ends, pixels below the shoulder joints: what it covers is not seen.
 * @returns null where too little is missing, or too little seen.
 */
export function textureLower(person: PersonAnalysis, kinds: Mask, topEnd: number): RgbImage | null {
  const { picture, parts, frame } = person;
  const missing = partMask(kinds, (kind) => kind === BEHIND.lower);
  if (areaBelow(missing, person, topEnd) < LEAST_AREA * frame.shoulderWidth ** 2) return null;
  const hole = dilate(missing, SOFT).data;
  const cloth = erode(
    partMask(parts, (part) => part === PART['lower-clothes']),
    MIXED,
  );
  const shaded = dilate(
    partMask(parts, (part) => part === PART['upper-clothes']),
    Math.round(SHADED * frame.shoulderWidth),
  ).data;
  const folded = findFolds(picture, cloth, frame.shoulderWidth);
  const data = hole.map((isHole, pixel) => {
    if (isHole !== 0) return ROLE.hole;
    if (cloth.data[pixel] === 0) return ROLE.unseen;
    return shaded[pixel] !== 0 || folded[pixel] !== 0 ? ROLE.context : ROLE.source;
  });
  const { width, height } = picture;
  return exemplarFill(picture, { width, height, data }, createSeededRandom(SEED));
}
