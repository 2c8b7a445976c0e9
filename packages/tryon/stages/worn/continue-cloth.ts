import { createMask } from '@proteus/raster/create-mask.ts';
import { cropMask, cropRgb } from '@proteus/raster/crop.ts';
import { dilate } from '@proteus/raster/dilate.ts';
import { erode } from '@proteus/raster/erode.ts';
import { exemplarFill } from '@proteus/raster/exemplar/exemplar-fill.ts';
import { ROLE } from '@proteus/raster/exemplar/role.ts';
import { nonZeroBox } from '@proteus/raster/non-zero-box.ts';
import { pasteRgb } from '@proteus/raster/paste-rgb.ts';
import { pushPullFill } from '@proteus/raster/push-pull-fill.ts';
import { rgbToLabColour } from '@proteus/raster/rgb-to-lab.ts';
import type { Mask, RgbImage } from '@proteus/raster/types.ts';
import type { PersonAnalysis } from '../../person-analysis.ts';
import { createSeededRandom } from '../../seeded-random.ts';

/** This near to skin, in pixels, cloth has mixed with it; single hairs lie farther from their lock, in shoulder widths. */
const MIXED = 3;
const STRAY = 0.045;
/** Fingers that the parse left to the cloth lie this near to their hand, and are as red and yellow as skin (ΔE*ab). */
const FINGER = 0.14;
const SKIN_DIFFERENCE = 9;
/** Hidden parts smaller than this, in square shoulder widths, need no texture. */
const LEAST_AREA = 0.01;
/** The same photo is always completed in the same way. */
const SEED = 1;

/**
 * The photo with the cloth's own colours and texture going on where something lies before it.
 *
 * @param whole the garment with its hidden parts.
 * @param seen what is seen of it.
 * @param hair with its scraps.
 */
export function continueCloth(
  person: PersonAnalysis,
  whole: Mask,
  seen: Mask,
  hair: Mask,
): RgbImage {
  const { picture, frame } = person;
  const hole = hiddenPart(person, whole, seen, hair);
  const known = createMask(whole.width, whole.height);
  const pure = erode(seen, MIXED);
  let area = 0;
  for (let i = 0; i < known.data.length; i++) {
    if (hole.data[i]) area++;
    else if (pure.data[i]) known.data[i] = 255;
  }
  if (area === 0) return picture;
  if (area > LEAST_AREA * frame.shoulderWidth ** 2) {
    const textured = texture(picture, whole, hole, known);
    if (textured !== null) return textured;
  }
  const smooth = pushPullFill(picture, known);
  const data = picture.data.slice();
  for (let i = 0; i < hole.data.length; i++) {
    if (hole.data[i]) data.set(smooth.data.subarray(3 * i, 3 * i + 3), 3 * i);
  }
  return { ...picture, data };
}

/** What is not seen of the garment, and what of it has mixed with that. */
function hiddenPart(person: PersonAnalysis, whole: Mask, seen: Mask, hair: Mask): Mask {
  const { frame } = person;
  const hidden = createMask(whole.width, whole.height);
  const locks = createMask(whole.width, whole.height);
  for (let i = 0; i < hidden.data.length; i++) {
    if (!whole.data[i] || seen.data[i]) continue;
    hidden.data[i] = 255;
    if (hair.data[i]) locks.data[i] = 255;
  }
  const nearHands = dilate(hidden, Math.round(FINGER * frame.shoulderWidth)).data;
  for (let i = 0; i < hidden.data.length; i++) {
    if (whole.data[i] && nearHands[i] && isSkinTone(person, i)) hidden.data[i] = 255;
  }
  const mixed = dilate(hidden, MIXED).data;
  const strays = dilate(locks, Math.round(STRAY * frame.shoulderWidth)).data;
  for (let i = 0; i < hidden.data.length; i++) {
    if (whole.data[i] && (mixed[i] || strays[i])) hidden.data[i] = 255;
  }
  return hidden;
}

function isSkinTone({ picture: { data }, skinTone }: PersonAnalysis, i: number): boolean {
  const [, a, b] = rgbToLabColour(data[3 * i]!, data[3 * i + 1]!, data[3 * i + 2]!);
  return Math.hypot(a - skinTone[1], b - skinTone[2]) < SKIN_DIFFERENCE;
}

function texture(picture: RgbImage, whole: Mask, hole: Mask, known: Mask): RgbImage | null {
  const box = nonZeroBox(whole, 0);
  if (box === null) return null;
  const roles = createMask(whole.width, whole.height);
  for (let i = 0; i < roles.data.length; i++) {
    if (hole.data[i]) roles.data[i] = ROLE.hole;
    else if (known.data[i]) roles.data[i] = ROLE.source;
  }
  const filled = exemplarFill(
    cropRgb(picture, box),
    cropMask(roles, box),
    createSeededRandom(SEED),
  );
  return filled && pasteRgb(picture, filled, box);
}
