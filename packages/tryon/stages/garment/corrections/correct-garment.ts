import type { Corrections } from '@proteus/contracts/jobs/corrections.ts';
import type { GarmentAnalysis } from '../../../garment-analysis.ts';
import { correctLower } from './correct-lower.ts';
import { correctUpper } from './correct-upper.ts';
import { placeLandmarks } from './placed-landmarks.ts';

/**
 * Moves an analysed garment's landmarks to where a person says that they are; parts, seams, sleeves
 * and the inner collar follow. The analysis itself stays worth keeping: corrections come after it.
 *
 * @throws {ProteusError} INVALID_REQUEST when a landmark crosses others or the garment has none such.
 */
export function correctGarment(
  garment: GarmentAnalysis,
  landmarks: Corrections['garment_landmarks'],
): GarmentAnalysis {
  if (Object.keys(landmarks).length === 0) return garment;
  const placed = placeLandmarks(landmarks, garment.picture);
  return garment.category === 'lower'
    ? correctLower(garment, placed)
    : correctUpper(garment, placed);
}
