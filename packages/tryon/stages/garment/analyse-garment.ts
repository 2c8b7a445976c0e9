import type { Category } from '@proteus/contracts/jobs/category.ts';
import { createPlane } from '@proteus/raster/create-plane.ts';
import { rgbToLab } from '@proteus/raster/rgb-to-lab.ts';
import type { RgbaImage, RgbImage, Size } from '@proteus/raster/types.ts';
import type { GarmentAnalysis } from '../../garment-analysis.ts';
import { measureEdgeContrast } from './backdrop/edge-contrast.ts';
import { cutOut } from './cut-out/cut-out.ts';
import { findGarment } from './cut-out/find-garment.ts';
import { fitPicture } from './fit-picture.ts';
import { decideCategory } from './garment-category.ts';
import { labelParts } from './garment-parts.ts';
import { findLowerLandmarks } from './lower/lower-landmarks.ts';
import { labelLowerParts } from './lower/lower-parts.ts';
import { lowerSides } from './lower/lower-sides.ts';
import { findWaistRow } from './lower/waist-row.ts';
import { smoothMask } from './matte/smooth-mask.ts';
import { type NeckOpening, searchNeckOpening } from './neckline/find-neckline.ts';
import { outsideOf, paintInnerCollar } from './neckline/inner-collar.ts';
import { findBodiceLandmarks } from './outline/bodice.ts';
import { measureOutline } from './outline/outline.ts';
import { upperSide } from './outline/upper-sides.ts';
import { findArmholeSeam } from './sleeves/armhole-seam.ts';
import { requireGarment } from './validate-garment.ts';

/**
 * Understands a flat photo of a garment: its category, matte, colours free of backdrop, parts,
 * landmarks, and the inside of its back collar or waistband.
 *
 * @param picture sRGB, upright, any size; alpha with transparent pixels is taken as the matte.
 * @param category `auto` decides by shape.
 * @param size the working canvas; the photo is fitted into it on its own border colour.
 * @param checkpoint called between steps; may throw to stop the work.
 * @throws {ProteusError} `GARMENT_NOT_FOUND`.
 */
export function analyseGarment(
  picture: RgbImage | RgbaImage,
  category: Category,
  size: Size,
  checkpoint: () => void,
): GarmentAnalysis {
  const fitted = fitPicture(picture, size);
  const lab = rgbToLab(fitted.picture);
  checkpoint();
  const found = findGarment(fitted, lab, checkpoint);
  const outline = requireGarment(
    measureOutline(smoothMask(found.outline)),
    found.background,
    found.unity,
  );
  checkpoint();

  const upper = findBodiceLandmarks(outline);
  let opening: NeckOpening | undefined;
  const neckOpening = () => {
    opening ??= searchNeckOpening(
      lab,
      found.outline,
      upper.left.collar,
      upper.right.collar,
      outline.height,
    );
    return opening;
  };
  const decision = decideCategory(outline, upper, () => {
    const { line } = neckOpening();
    return line === null ? 0 : line.depth / (line.right.x - line.left.x);
  });
  const decided = category === 'auto' ? decision.category : category;
  checkpoint();
  const clarity = found.unity * (found.background?.plainness ?? 1);
  const cloth = cutOut(fitted, found, outline);
  const common = {
    edgeContrast: found.background === null ? null : measureEdgeContrast(lab, cloth.alpha),
    categoryConfidence:
      decision.category === decided ? decision.confidence : 1 - decision.confidence,
    picture: fitted.picture,
    ...cloth,
    middle: outline.middle,
    top: outline.y,
  };
  if (decided === 'lower') {
    const landmarks = findLowerLandmarks(outline);
    return {
      ...common,
      category: decided,
      parts: labelLowerParts(found.mask, landmarks),
      crotch: landmarks.crotch,
      innerWaist: createPlane(size.width, size.height),
      hem: Math.round((landmarks.left.hem.y + landmarks.right.hem.y) / 2),
      ...lowerSides(landmarks),
      confidence: landmarks.agreement * clarity,
    };
  }
  const { left, right, hemRow, agreement } = upper;
  const innerCollar = paintInnerCollar(lab, found.mask, neckOpening());
  // A neckline is no seam, however clear the step is to what is seen inside.
  const front = outsideOf(innerCollar, found.mask);
  const seamOf = (side: typeof left) =>
    side.sleeved ? findArmholeSeam(lab, front, side, outline.middle) : null;
  const seams = [seamOf(left), seamOf(right)] as const;
  const parts = labelParts(found.mask, outline.middle, left, right, seams);
  return {
    ...common,
    category: decided,
    parts,
    innerCollar,
    hem: hemRow,
    waist: decided === 'dress' ? findWaistRow(left, right, hemRow) : null,
    left: upperSide(left, parts, outline.middle, decided),
    right: upperSide(right, parts, outline.middle, decided),
    confidence: agreement * clarity,
  };
}
