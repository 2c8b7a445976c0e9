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
/** Over a hip they rise up to here, in torso lengths, all the way up from the waistband. */
const RISE = 0.2;
/** Their soft edge goes on so far beyond what is more lower clothes than anything else; half the width of a spike; pixels. */
const SOFT_EDGE = 2;
const SPIKE = 4;
/** Below the edge a garment ends over so many pixels: from the first to the second over lower clothes, sooner beside them. */
const END = [3, 8] as const;
const END_BESIDE = [-1, 2] as const;
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
  const tops = findTops(person, edge);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const pixel = y * width + x;
      if (data[pixel] === 0) continue;
      const past = belowLine(person.frame, edge, x, y);
      const isRising = y >= tops[x]! - SOFT_EDGE;
      if (past <= -REACH - ONSET && !isRising) continue;
      const covers = isRising ? 1 : clamp((past + REACH + ONSET) / ONSET, 0, 1);
      let kept = 1 - covers * Math.max(lower.data[pixel]!, strings?.[pixel] ?? 0);
      const isHem = trunk.data[pixel] !== 0 && hem !== null && hem[pixel] !== 0;
      const [from, to] = tops[x] === height ? END_BESIDE : END;
      if (!isHem) kept *= 1 - clamp((past - from) / (to - from), 0, 1);
      data[pixel] = data[pixel]! * kept;
    }
  }
}

/** The highest row, by column, in which lower clothes reach up from a waistband's edge without a gap; the height where there are none at it. */
function findTops({ parts, frame }: PersonAnalysis, edge: LineAcross): Float64Array {
  const { width, height, data } = parts;
  const most = RISE * frame.torsoLength;
  const tops = new Float64Array(width).fill(height);
  for (let x = 0; x < width; x++) {
    for (let y = height - 1; y >= 0; y--) {
      const past = belowLine(frame, edge, x, y);
      if (past > REACH) continue;
      const isLower = data[y * width + x] === PART['lower-clothes'];
      // Loops and folds may part them from the edge; further up they go on in one piece.
      if (past < -most || (past < -REACH && !isLower)) break;
      if (isLower) tops[x] = y;
    }
  }
  // A spike is a strip of wall beside the hip.
  return slide(slide(tops, Math.max), Math.min);
}

/** The most or the least of every value and `SPIKE` ones to both sides of it. */
function slide(values: Float64Array, most: (...values: number[]) => number): Float64Array {
  return values.map((_, i) => most(...values.subarray(Math.max(0, i - SPIKE), i + SPIKE + 1)));
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
