import { PART } from '@proteus/contracts/person-parts.ts';
import { blurMask } from '@proteus/raster/blur-mask.ts';
import { dilate } from '@proteus/raster/dilate.ts';
import { openMask } from '@proteus/raster/open.ts';
import type { Mask, Plane } from '@proteus/raster/types.ts';
import type { PersonAnalysis } from '../../../person-analysis.ts';
import { belowShoulders } from '../../../stages/warp/body/frame-coordinates.ts';
import { clamp } from '../../../stages/warp/scalar.ts';
import { partMask } from '../part-mask.ts';

/** How far above the waistband the lower clothes already cover the garment, pixels. */
const REACH = 8;
/** A waistband that slants hangs no further below its middle, in torso lengths: old cloth there is a sleeve's. */
const SLANT = 0.08;
/** Ends of the old top narrower than twice this, in shoulder widths, are strings and tips, not its hem. */
const STRING = 0.03;
/** Softness of the hem that is left without them, in pixels. */
const HEM_EDGE = 1;

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
  const strings = isOldHem ? stringsOf(person) : null;
  const slant = SLANT * person.frame.torsoLength;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const pixel = y * width + x;
      if (data[pixel] === 0) continue;
      const past = belowShoulders(person.frame, x, y) - tuckedAt;
      if (past <= -REACH) continue;
      let kept = 1 - Math.max(lower.data[pixel]!, strings?.[pixel] ?? 0);
      const isOldEnd = isOldHem && past < slant;
      const isCloth = isOldEnd && person.parts.data[pixel] === PART['upper-clothes'];
      const beside = trunk.data[pixel] === 0 || !isCloth;
      if (past > 3 && beside) kept *= 1 - clamp((past - 3) / 5, 0, 1);
      data[pixel] = data[pixel]! * kept;
    }
  }
}

/** How far each pixel of the old top is a string or a tip of it, 0 to 1. */
function stringsOf(person: PersonAnalysis): Float32Array {
  const cloth = partMask(person.parts, (part) => part === PART['upper-clothes']);
  const hem = openMask(cloth, STRING * person.frame.shoulderWidth).data;
  const { width, height } = cloth;
  const narrow = cloth.data.map((is, pixel) => (is !== 0 && hem[pixel] === 0 ? 255 : 0));
  const grown = dilate({ width, height, data: narrow }, HEM_EDGE);
  return blurMask(grown, HEM_EDGE).data;
}
