import { PART } from '@proteus/contracts/person-parts.ts';
import { blurMask } from '@proteus/raster/blur-mask.ts';
import { dilate } from '@proteus/raster/dilate.ts';
import { openMask } from '@proteus/raster/open.ts';
import type { Mask, Plane } from '@proteus/raster/types.ts';
import type { PersonAnalysis } from '../../../person-analysis.ts';
import { belowLine } from '../../../stages/warp/body/frame-coordinates.ts';
import { clamp } from '../../../stages/warp/scalar.ts';
import { endsBeside } from '../body/beside-waistband.ts';
import { evenEdge } from '../body/even-edge.ts';
import { AT_EDGE, type Waistband } from '../body/waistband.ts';
import { partMask } from '../part-mask.ts';

/** Lower clothes cover the garment where they are at their edge, and begin to over so many pixels above. */
const ONSET = 4;
/** Their soft edge goes on so far beyond what is more lower clothes than anything else, pixels. */
const SOFT_EDGE = 2;
/** Below the edge a garment ends over so many pixels: from the first to the second over lower clothes, sooner beside them. */
const END = [3, 8] as const;
const END_BESIDE = [-1, 2] as const;
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
  { edge, isOldHem, dips, tops }: Waistband,
): void {
  const { width, height, data } = alpha;
  const { lower } = person.regions;
  const strings = isOldHem ? stringsOf(person) : null;
  const edges = evenEdge(tops, height);
  const ends = endsBeside(person, tops, (pixel) => data[pixel]! > 0.5);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const pixel = y * width + x;
      if (data[pixel] === 0) continue;
      const isBeside = ends[x] !== Number.POSITIVE_INFINITY;
      const past = isBeside ? y - ends[x]! : belowLine(person.frame, edge, x, y);
      const isRising = y >= tops[x]! - SOFT_EDGE;
      if (past <= -AT_EDGE - ONSET && !isRising) continue;
      const covers = isRising ? 1 : clamp((past + AT_EDGE + ONSET) / ONSET, 0, 1);
      const over = lowerAlong(edges[x]!, y) ?? lower.data[pixel]!;
      const string = past > 0 ? (strings?.[pixel] ?? 0) : 0;
      let kept = 1 - covers * Math.max(over, string);
      const [from, to] = isBeside ? END_BESIDE : END;
      if (isBeside || trunk.data[pixel] === 0 || dips[pixel] === 0) {
        kept *= 1 - clamp((past - from) / (to - from), 0, 1);
      }
      data[pixel] = data[pixel]! * kept;
    }
  }
}

/** How far lower clothes whose edge is known cover a row, 0 to 1; null away from that edge, where the parse tells. */
function lowerAlong(edge: number, y: number): number | null {
  if (!(y < edge + END[1])) return null;
  return clamp(y - edge + 1, 0, 1);
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
