import { PART } from '@proteus/contracts/person-parts.ts';
import { blurMask } from '@proteus/raster/blur-mask.ts';
import { dilate } from '@proteus/raster/dilate.ts';
import { openMask } from '@proteus/raster/open.ts';
import type { Mask, Plane } from '@proteus/raster/types.ts';
import type { PersonAnalysis } from '../../../person-analysis.ts';
import { belowLine, type LineAcross } from '../../../stages/warp/body/frame-coordinates.ts';
import { clamp } from '../../../stages/warp/scalar.ts';
import { partMask } from '../part-mask.ts';

/** How far above the waistband the lower clothes already cover the garment, and over how much more they begin to, pixels. */
const REACH = 8;
const ONSET = 4;
/** An old hem hangs no further below the waistband, in torso lengths: old cloth there is a sleeve's. */
const HANGING = 0.08;
/** Ends of the old top narrower than twice this, in shoulder widths, are strings and tips, not its hem. */
const STRING = 0.03;
/** Softness of the hem that is left without them, in pixels. */
const HEM_EDGE = 1;

/** Where a garment goes under the lower clothes. */
export interface Waistband {
  readonly edge: LineAcross;
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
  { edge, isOldHem }: Waistband,
): void {
  const { width, height, data } = alpha;
  const { lower } = person.regions;
  const strings = isOldHem ? stringsOf(person) : null;
  const hem = isOldHem ? oldHemOverLower(person) : null;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const pixel = y * width + x;
      if (data[pixel] === 0) continue;
      const past = belowLine(person.frame, edge, x, y);
      if (past <= -REACH - ONSET) continue;
      const covers = clamp((past + REACH + ONSET) / ONSET, 0, 1);
      let kept = 1 - covers * Math.max(lower.data[pixel]!, strings?.[pixel] ?? 0);
      const isHem = trunk.data[pixel] !== 0 && hem !== null && hem[pixel] !== 0;
      if (past > 3 && !isHem) kept *= 1 - clamp((past - 3) / 5, 0, 1);
      data[pixel] = data[pixel]! * kept;
    }
  }
}

/** 1 where old cloth hangs over the lower clothes and ends on them, not beside them. */
function oldHemOverLower({ parts, frame }: PersonAnalysis): Uint8Array {
  const { width, height, data } = parts;
  const most = HANGING * frame.torsoLength;
  const hem = new Uint8Array(data.length);
  const lowerAt = new Float64Array(width).fill(Number.POSITIVE_INFINITY);
  for (let y = height - 1; y >= 0; y--) {
    for (let x = 0; x < width; x++) {
      const pixel = y * width + x;
      const part = data[pixel];
      if (part === PART['lower-clothes']) lowerAt[x] = y;
      else if (part !== PART['upper-clothes']) lowerAt[x] = Number.POSITIVE_INFINITY;
      else if (lowerAt[x]! - y <= most) hem[pixel] = 1;
    }
  }
  return hem;
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
