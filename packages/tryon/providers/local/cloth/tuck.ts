import { PART } from '@proteus/contracts/person-parts.ts';
import { blurMask } from '@proteus/raster/blur-mask.ts';
import { dilate } from '@proteus/raster/dilate.ts';
import { openMask } from '@proteus/raster/open.ts';
import type { Mask, Plane } from '@proteus/raster/types.ts';
import type { PersonAnalysis } from '../../../person-analysis.ts';
import { belowLine } from '../../../stages/warp/body/frame-coordinates.ts';
import { clamp } from '../../../stages/warp/scalar.ts';
import { evenEdge } from '../body/even-edge.ts';
import type { Waistband } from '../body/waistband.ts';
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
/** Beside the lower clothes it ends where they begin, so far out, in shoulder widths. */
const BESIDE = 0.25;
/** Ends of the old top narrower than twice this, in shoulder widths, are strings and tips, not its hem. */
const STRING = 0.03;
/** Softness of the hem that is left without them, in pixels. */
const HEM_EDGE = 1;

/**
 * Cuts a tucked garment off at the waistband: lower clothes lie over it, and below the waistband's line
 * it goes on only on the trunk, where they begin later. Changes `alpha` in place.
 */
export function cutAtWaistband(
  alpha: Plane,
  person: PersonAnalysis,
  trunk: Mask,
  { edge, isOldHem, dips }: Waistband,
): void {
  const { width, height, data } = alpha;
  const { lower } = person.regions;
  const strings = isOldHem ? stringsOf(person) : null;
  const tops = findTops(person, { edge, dips });
  const edges = evenEdge(tops, height);
  const ends = endsBeside(tops, height, BESIDE * person.frame.shoulderWidth);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const pixel = y * width + x;
      if (data[pixel] === 0) continue;
      const past = Math.max(belowLine(person.frame, edge, x, y), y - ends[x]!);
      const isRising = y >= tops[x]! - SOFT_EDGE;
      if (past <= -REACH - ONSET && !isRising) continue;
      const covers = isRising ? 1 : clamp((past + REACH + ONSET) / ONSET, 0, 1);
      const over = lowerAlong(edges[x]!, y) ?? lower.data[pixel]!;
      const string = past > 0 ? (strings?.[pixel] ?? 0) : 0;
      let kept = 1 - covers * Math.max(over, string);
      const [from, to] = tops[x] === height ? END_BESIDE : END;
      if (trunk.data[pixel] === 0 || dips[pixel] === 0) {
        kept *= 1 - clamp((past - from) / (to - from), 0, 1);
      }
      data[pixel] = data[pixel]! * kept;
    }
  }
}

/** The highest row, by column, in which lower clothes reach up from a waistband's edge without a gap; the height where there are none at it. */
function findTops(
  { parts, frame }: PersonAnalysis,
  { edge, dips }: Pick<Waistband, 'edge' | 'dips'>,
): Float64Array {
  const { width, height, data } = parts;
  const most = RISE * frame.torsoLength;
  const tops = new Float64Array(width).fill(height);
  for (let x = 0; x < width; x++) {
    for (let y = height - 1; y >= 0; y--) {
      const past = belowLine(frame, edge, x, y);
      const pixel = y * width + x;
      if (dips[pixel] !== 0 && tops[x] === height) tops[x] = y + 1;
      if (past > REACH) continue;
      const isLower = data[pixel] === PART['lower-clothes'];
      // Loops and folds may part them from the edge; further up they go on in one piece.
      if (past < -most || (past < -REACH && !isLower)) break;
      if (isLower) tops[x] = y;
    }
  }
  // A spike is a strip of wall beside the hip.
  return slide(slide(tops, Math.max), Math.min);
}

/** The row at which a top ends in columns beside the lower clothes: where these begin next to them; far away and on them, none. */
function endsBeside(tops: Float64Array, none: number, reach: number): Float64Array {
  const ends = new Float64Array(tops.length).fill(Number.POSITIVE_INFINITY);
  for (const step of [1, -1]) {
    let last = Number.NEGATIVE_INFINITY;
    for (let i = 0; i < tops.length; i++) {
      const x = step > 0 ? i : tops.length - 1 - i;
      if (tops[x] !== none) last = x;
      else if (Math.abs(x - last) <= reach) ends[x] = Math.min(ends[x]!, tops[last]!);
    }
  }
  return ends;
}

/** How far lower clothes whose edge is known cover a row, 0 to 1; null away from that edge, where the parse tells. */
function lowerAlong(edge: number, y: number): number | null {
  if (!(y < edge + END[1])) return null;
  return clamp(y - edge + 1, 0, 1);
}

/** The most or the least of every value and `SPIKE` ones to both sides of it. */
function slide(values: Float64Array, most: (...values: number[]) => number): Float64Array {
  return values.map((_, i) => most(...values.subarray(Math.max(0, i - SPIKE), i + SPIKE + 1)));
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
