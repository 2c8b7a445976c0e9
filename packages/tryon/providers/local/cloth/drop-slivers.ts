import { blurMask } from '@proteus/raster/blur-mask.ts';
import { dilate } from '@proteus/raster/dilate.ts';
import { erode } from '@proteus/raster/erode.ts';
import type { Mask } from '@proteus/raster/types.ts';
import type { TorsoFrame } from '../../../person-analysis.ts';
import type { WarpedGarment } from '../../../stages/warp/warped-garment.ts';
import type { LimbCapsules } from '../body/limb-capsules.ts';
import { planeAbove } from '../part-mask.ts';

/** Half the width of what counts as a sliver, in shoulder widths. */
const HALF_WIDTH = 0.011;
/** Slivers lie between arm and torso: further inward than this, in arm radii. A frill outside is cloth. */
const INWARD = 0.3;
const EDGE = 1;

/**
 * Takes off the slivers of a sleeve at the armpit: where the arm hangs closer than the sleeve lay in its
 * photo, its inner corner is drawn out along the torso, and would lie over the bare arm as a thread.
 * Changes the sleeves' alphas in place.
 */
export function dropSlivers(
  { sleeves }: WarpedGarment,
  { shoulderWidth }: TorsoFrame,
  limbs: LimbCapsules,
): void {
  const reach = Math.max(1, Math.round(HALF_WIDTH * shoulderWidth));
  for (const [side, sleeve] of [sleeves.left, sleeves.right].entries()) {
    if (sleeve === null) continue;
    const { data } = sleeve.alpha;
    const firm: Mask = dilate(erode(planeAbove(sleeve.alpha, 0.5), reach), reach + EDGE);
    const kept = blurMask(firm, EDGE).data;
    for (let pixel = 0; pixel < data.length; pixel++) {
      if (limbs.side[pixel] !== side || limbs.inward[pixel]! < INWARD) continue;
      if (kept[pixel]! < data[pixel]!) data[pixel] = kept[pixel]!;
    }
  }
}
