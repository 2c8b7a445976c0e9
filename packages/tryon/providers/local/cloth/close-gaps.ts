import { blurMask } from '@proteus/raster/blur-mask.ts';
import type { Mask } from '@proteus/raster/types.ts';
import type { PersonAnalysis } from '../../../person-analysis.ts';
import { smoothStep } from '../../../stages/warp/scalar.ts';
import type { WarpedGarment, WarpedPart } from '../../../stages/warp/warped-garment.ts';
import { findArmpitGaps } from './armpit-gaps.ts';
import { garmentCoverage } from './coverage.ts';
import { extendPart } from './extend-part.ts';
import { findSeamGaps } from './seam-gaps.ts';

/** Gaps between the garment's parts are closed up to this width, in shoulder widths. */
const GAP_WIDTH = 0.05;
/** Gaps below a sleeve are closed up to this height, in shoulder widths. */
const ARMPIT_HEIGHT = 0.12;
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
    const slits = softGaps(findSeamGaps(sleeve.alpha, unit * SLIT_WIDTH));
    if (slits !== null) extendPart(sleeve, slits, 2 * SLIT_WIDTH * unit);
    const armpit = softGaps(
      findArmpitGaps(sleeve.alpha, garment.torso.alpha, unit * ARMPIT_HEIGHT),
    );
    if (armpit !== null) closeOverBody(garment.torso, armpit, ARMPIT_HEIGHT * unit, person);
  }
  const seams = softGaps(findSeamGaps(garmentCoverage(garment), unit * GAP_WIDTH));
  if (seams !== null) closeOverBody(garment.torso, seams, 2 * GAP_WIDTH * unit, person);
}

/** Closes gaps where the body is behind them: through others the backdrop is seen. */
function closeOverBody(
  torso: WarpedPart,
  gaps: Float32Array,
  reach: number,
  { pose, regions }: PersonAnalysis,
): void {
  for (let pixel = 0; pixel < gaps.length; pixel++) {
    const body = smoothStep(0.3, 0.7, pose.personMask.data[pixel]!);
    gaps[pixel]! *= body * (1 - regions.background.data[pixel]!);
  }
  extendPart(torso, gaps, reach);
}

/** How far each pixel belongs to a gap, 0 to 1; null = there are none. */
function softGaps(gaps: Mask): Float32Array | null {
  if (!gaps.data.includes(255)) return null;
  const near = blurMask(gaps, 1).data;
  for (let pixel = 0; pixel < near.length; pixel++) {
    if (near[pixel]! > 0) near[pixel] = smoothStep(GAP_EDGE[0], GAP_EDGE[1], near[pixel]!);
  }
  return near;
}
