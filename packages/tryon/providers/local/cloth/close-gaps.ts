import { blurMask } from '@proteus/raster/blur-mask.ts';
import type { Plane } from '@proteus/raster/types.ts';
import type { PersonAnalysis } from '../../../person-analysis.ts';
import { smoothStep } from '../../../stages/warp/scalar.ts';
import type { WarpedGarment } from '../../../stages/warp/warped-garment.ts';
import { garmentCoverage } from './coverage.ts';
import { extendPart } from './extend-part.ts';
import { findSeamGaps } from './seam-gaps.ts';

/** Gaps between the garment's parts are closed up to this width, in shoulder widths. */
const GAP_WIDTH = 0.05;
/** Slits in a sleeve up to this width were torn by the warp, and are closed over the backdrop too. */
const SLIT_WIDTH = 0.02;
/** Shares of a gap nearby between which it is closed: specks of one pixel count. */
const GAP_EDGE = [0.02, 0.12] as const;

/** Closes slits in the sleeves, and gaps between sleeves and torso where the body is behind. Changes the garment in place. */
export function closeGaps(garment: WarpedGarment, person: PersonAnalysis): void {
  const unit = person.frame.shoulderWidth;
  const { left, right } = garment.sleeves;
  // In one piece there are no seams: its slits are its own, between a halter's bow and its collar for one.
  if (left === null && right === null) return;
  for (const sleeve of [left, right]) {
    if (sleeve === null) continue;
    const slits = softGaps(sleeve.alpha, unit * SLIT_WIDTH);
    if (slits !== null) extendPart(sleeve, slits, 2 * SLIT_WIDTH * unit);
  }
  const wanted = softGaps(garmentCoverage(garment), unit * GAP_WIDTH);
  if (wanted === null) return;
  const body = person.pose.personMask.data;
  const background = person.regions.background.data;
  for (let pixel = 0; pixel < wanted.length; pixel++) {
    wanted[pixel]! *= smoothStep(0.3, 0.7, body[pixel]!) * (1 - background[pixel]!);
  }
  extendPart(garment.torso, wanted, 2 * GAP_WIDTH * unit);
}

/** How far each pixel belongs to a gap, 0 to 1; null = there are none. */
function softGaps(cover: Plane, reach: number): Float32Array | null {
  const gaps = findSeamGaps(cover, reach);
  if (!gaps.data.includes(255)) return null;
  const near = blurMask(gaps, 1).data;
  for (let pixel = 0; pixel < near.length; pixel++) {
    if (near[pixel]! > 0) near[pixel] = smoothStep(GAP_EDGE[0], GAP_EDGE[1], near[pixel]!);
  }
  return near;
}
