import { ProteusError } from '@proteus/contracts/errors.ts';
import type { Category } from '@proteus/contracts/jobs/category.ts';
import { rgbToLab } from '@proteus/raster/rgb-to-lab.ts';
import type { Mask, RgbaImage, RgbImage, Size } from '@proteus/raster/types.ts';
import { GARMENT_PART, type GarmentSide, type UpperBodyGarment } from '../../garment-analysis.ts';
import { estimateAlpha } from './alpha-matte.ts';
import { bleedColour } from './colour-bleed.ts';
import { findGarment } from './find-garment.ts';
import { fitPicture } from './fit-picture.ts';
import { decideCategory } from './garment-category.ts';
import { labelParts } from './garment-parts.ts';
import { findNeckline, paintInnerCollar } from './inner-collar.ts';
import { measureOutline } from './outline.ts';
import { findUpperLandmarks, type SideLandmarks } from './side-landmarks.ts';
import { measureSleeve } from './sleeve-axis.ts';
import { smoothMask } from './smooth-mask.ts';
import { requireGarment } from './validate-garment.ts';

/** Places down the side seam that are handed on. */
const SEAM_POINTS = 7;

/**
 * Understands a flat photo of an upper-body garment: its matte, colours free of backdrop, parts,
 * landmarks, sleeves and the inside of its back collar.
 *
 * @param picture sRGB, upright, any size; alpha with transparent pixels is taken as the matte.
 * @param category `auto` decides by shape.
 * @param size the working canvas; the photo is fitted into it on its own border colour.
 * @throws {ProteusError} `GARMENT_NOT_FOUND`, or `UNSUPPORTED_GARMENT` for anything that is not worn
 * on the upper body.
 */
export function analyseGarment(
  picture: RgbImage | RgbaImage,
  category: Category,
  size: Size,
  signal: AbortSignal,
): UpperBodyGarment {
  const fitted = fitPicture(picture, size);
  const lab = rgbToLab(fitted.picture);
  signal.throwIfAborted();
  const found = findGarment(fitted, lab);
  const outline = requireGarment(
    measureOutline(smoothMask(found.mask)),
    found.background,
    found.unity,
  );
  signal.throwIfAborted();

  const landmarks = findUpperLandmarks(outline);
  const decision = decideCategory(outline, landmarks);
  const decided = category === 'auto' ? decision.category : category;
  if (decided !== 'upper') {
    throw new ProteusError('UNSUPPORTED_GARMENT', {
      message: 'Only garments for the upper body can be tried on so far.',
      stage: 'garment',
    });
  }
  const { left, right, hemRow } = landmarks;
  const colour = bleedColour(fitted.picture, found.mask, outline);
  const alpha =
    fitted.matte ?? estimateAlpha(fitted.picture, colour, found.mask, found.background!);
  signal.throwIfAborted();
  const parts = labelParts(found.mask, outline.middle, left, right);
  const neckline = findNeckline(lab, found.mask, left.collar, right.collar, outline.height);
  return {
    category: decided,
    categoryConfidence:
      decision.category === decided ? decision.confidence : 1 - decision.confidence,
    picture: fitted.picture,
    alpha,
    colour,
    parts,
    innerCollar: paintInnerCollar(found.mask, neckline),
    middle: outline.middle,
    top: outline.y,
    hem: hemRow,
    waist: null,
    left: sideOf(left, parts, outline.middle),
    right: sideOf(right, parts, outline.middle),
    confidence: landmarks.agreement * found.unity * (found.background?.plainness ?? 1),
  };
}

function sideOf(side: SideLandmarks, parts: Mask, middle: number): GarmentSide {
  const label = side.sign < 0 ? GARMENT_PART.leftSleeve : GARMENT_PART.rightSleeve;
  const { armpit, hem, edge } = side;
  const seam = Array.from({ length: SEAM_POINTS }, (_, index) => {
    const t = (index + 1) / (SEAM_POINTS + 1);
    const y = armpit.y + t * (hem.y - armpit.y);
    const out = edge.out[Math.round(y)] ?? Number.NaN;
    const straight = armpit.x + t * (hem.x - armpit.x);
    return { t, point: { x: Number.isNaN(out) ? straight : middle + side.sign * out, y } };
  });
  return {
    collar: side.collar,
    tip: side.tip,
    armpit,
    hem,
    seam,
    sleeve: side.sleeved ? measureSleeve(parts, label, side.tip, armpit) : null,
  };
}
