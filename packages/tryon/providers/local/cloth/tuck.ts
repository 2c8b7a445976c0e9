import { PART } from '@proteus/contracts/person-parts.ts';
import type { Mask, Plane } from '@proteus/raster/types.ts';
import type { PersonAnalysis } from '../../../person-analysis.ts';
import { belowShoulders } from '../../../stages/warp/body/frame-coordinates.ts';
import { clamp } from '../../../stages/warp/scalar.ts';

/** How far above the waistband the lower clothes already cover the garment, pixels. */
const REACH = 8;

/** Where a garment goes under the lower clothes. */
export interface Waistband {
  /** In pixels below the shoulder joints. */
  readonly tuckedAt: number;
  /** Whether the old top ended there too; else it hung over the lower clothes. */
  readonly isOldHem: boolean;
}

/**
 * Cuts a tucked garment off at the waistband: lower clothes lie over it, and below the old end
 * only what was old cloth on the trunk is covered, if the old top was tucked in there as well. Changes
 * `alpha` in place.
 */
export function cutAtWaistband(
  alpha: Plane,
  person: PersonAnalysis,
  trunk: Mask,
  { tuckedAt, isOldHem }: Waistband,
): void {
  const { width, height, data } = alpha;
  const { lower } = person.regions;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const pixel = y * width + x;
      if (data[pixel] === 0) continue;
      const past = belowShoulders(person.frame, x, y) - tuckedAt;
      if (past <= -REACH) continue;
      let kept = 1 - lower.data[pixel]!;
      const isCloth = isOldHem && person.parts.data[pixel] === PART['upper-clothes'];
      const beside = trunk.data[pixel] === 0 || !isCloth;
      if (past > 3 && beside) kept *= 1 - clamp((past - 3) / 5, 0, 1);
      data[pixel] = data[pixel]! * kept;
    }
  }
}
