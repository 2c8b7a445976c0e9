import { thresholdPlane } from '@proteus/raster/threshold.ts';
import type { GarmentAnalysis } from '../../../garment-analysis.ts';
import { measureOutline } from '../outline/outline.ts';
import { rowWidths } from '../outline/row-widths.ts';
import { findLegGap } from './leg-gap.ts';
import { legLikeness } from './leg-likeness.ts';

/** Whether a garment's outline parts into two legs: a jumpsuit, where a dress is looked for. */
export function hasLegs({ alpha }: Pick<GarmentAnalysis, 'alpha'>): boolean {
  const outline = measureOutline(thresholdPlane(alpha, 0.5));
  if (outline === null) return false;
  const gap = findLegGap(outline);
  return gap !== null && legLikeness(outline, gap, rowWidths(outline)) > 0.5;
}
