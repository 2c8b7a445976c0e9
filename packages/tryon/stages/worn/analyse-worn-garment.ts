import { createPlane } from '@proteus/raster/create-plane.ts';
import { thresholdPlane } from '@proteus/raster/threshold.ts';
import type { GarmentAnalysis } from '../../garment-analysis.ts';
import type { PersonAnalysis } from '../../person-analysis.ts';
import { cutOut } from '../garment/cut-out/cut-out.ts';
import { fitPicture } from '../garment/fit-picture.ts';
import { findLowerLandmarks } from '../garment/lower/lower-landmarks.ts';
import { labelLowerParts } from '../garment/lower/lower-parts.ts';
import { lowerSides } from '../garment/lower/lower-sides.ts';
import { findWaistRow } from '../garment/lower/waist-row.ts';
import { smoothMask } from '../garment/matte/smooth-mask.ts';
import { measureOutline } from '../garment/outline/outline.ts';
import { upperSide } from '../garment/outline/upper-sides.ts';
import type { WornGarment } from './cut-worn-garment.ts';
import { findWornLandmarks } from './worn-landmarks.ts';
import { labelWornParts } from './worn-parts.ts';

/** A worn garment hangs and bends; its landmarks are less sure than those of one laid flat. */
const WORN_CONFIDENCE = 0.8;

/**
 * Understands a garment that was taken off its wearer: landmarks and parts of a top or a dress come
 * from the wearer's body, those of trousers and skirts from their outline. The inside of a back
 * collar is never seen; the neck stands before it.
 *
 * @param checkpoint called between steps; may throw to stop the work.
 * @returns null where nothing of the garment is seen.
 */
export function analyseWornGarment(
  { cutOut: picture, category, categoryConfidence, hidden }: WornGarment,
  person: PersonAnalysis,
  checkpoint: () => void,
): GarmentAnalysis | null {
  const { width, height } = picture;
  const fitted = fitPicture(picture, { width, height });
  if (fitted.matte === null) return null;
  const mask = thresholdPlane(fitted.matte, 0.5);
  const outline = measureOutline(smoothMask(mask));
  if (outline === null) return null;
  checkpoint();
  const { frame } = person;
  const sure = WORN_CONFIDENCE * (1 - hidden);
  const common = {
    edgeContrast: null,
    categoryConfidence,
    picture: fitted.picture,
    ...cutOut(fitted, { mask, outline: mask, background: null, unity: 1, sheer: null }, outline),
    top: outline.y,
  };
  if (category === 'lower') {
    const landmarks = findLowerLandmarks(outline);
    return {
      ...common,
      category,
      middle: outline.middle,
      parts: labelLowerParts(mask, landmarks),
      crotch: landmarks.crotch,
      innerWaist: createPlane(width, height),
      hem: Math.round((landmarks.left.hem.y + landmarks.right.hem.y) / 2),
      ...lowerSides(landmarks),
      confidence: landmarks.agreement * sure,
    };
  }
  const middle = (frame.shoulderMiddle.x + frame.hipMiddle.x) / 2;
  const landmarks = findWornLandmarks(person, { ...outline, middle });
  const { left, right, hemRow, agreement } = landmarks;
  const parts = labelWornParts(mask, person, middle, landmarks);
  return {
    ...common,
    category,
    middle,
    parts,
    innerCollar: createPlane(width, height),
    hem: hemRow,
    waist: category === 'dress' ? findWaistRow(left, right, hemRow) : null,
    left: upperSide(left, parts, middle, category),
    right: upperSide(right, parts, middle, category),
    confidence: agreement * sure,
  };
}
