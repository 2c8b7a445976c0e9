import { PART } from '@proteus/contracts/person-parts.ts';
import type { PersonAnalysis } from '../../../person-analysis.ts';
import { belowLine, type LineAcross } from '../../../stages/warp/body/frame-coordinates.ts';

/** So near their line the lower clothes are at it, pixels. */
export const AT_EDGE = 8;
/** Half the width of a spike, pixels. */
const SPIKE = 4;
/** Over a hip they rise up to here, in torso lengths, all the way up from the waistband. */
const RISE = 0.2;
/** The lower clothes begin no further below the line, in torso lengths: old cloth that hangs lower is a sleeve's. */
const DEEPEST = 0.1;

/** Where a top goes under the lower clothes. */
export interface Waistband {
  /** Its upper edge. */
  readonly edge: LineAcross;
  /** Whether the old top ended there too; else it hung over the lower clothes. */
  readonly isOldHem: boolean;
  /** 1 where the lower clothes begin below that line, and the top goes on down to them. */
  readonly dips: Uint8Array;
  /** The highest row, by column, in which lower clothes reach up from it without a gap; the picture's height where there are none at it. */
  readonly tops: Float64Array;
}

/**
 * Looks at how the lower clothes' upper edge departs from its line: skin above a waistband that dips
 * is covered by what is tucked into it, and so is the old top where it ended there too.
 */
export function followWaistband(
  person: PersonAnalysis,
  edge: LineAcross,
  isOldHem: boolean,
): Waistband {
  const { width, height, data } = person.parts;
  const most = DEEPEST * person.frame.torsoLength;
  const dips = new Uint8Array(data.length);
  const isUnder = new Uint8Array(width);
  for (let y = height - 1; y >= 0; y--) {
    for (let x = 0; x < width; x++) {
      const pixel = y * width + x;
      const part = data[pixel]!;
      const isAbove = part === PART['torso-skin'] || (isOldHem && part === PART['upper-clothes']);
      const past = belowLine(person.frame, edge, x, y);
      if (past < 0) continue;
      if (part === PART['lower-clothes']) isUnder[x] = past <= most ? 1 : 0;
      else if (!isAbove) isUnder[x] = 0;
      dips[pixel] = isAbove ? isUnder[x]! : 0;
    }
  }
  return { edge, isOldHem, dips, tops: findTops(person, edge, dips) };
}

function findTops(
  { parts, frame }: PersonAnalysis,
  edge: LineAcross,
  dips: Uint8Array,
): Float64Array {
  const { width, height, data } = parts;
  const most = RISE * frame.torsoLength;
  const tops = new Float64Array(width).fill(height);
  for (let x = 0; x < width; x++) {
    for (let y = height - 1; y >= 0; y--) {
      const past = belowLine(frame, edge, x, y);
      const pixel = y * width + x;
      if (dips[pixel] !== 0 && tops[x] === height) tops[x] = y + 1;
      if (past > AT_EDGE) continue;
      const isLower = data[pixel] === PART['lower-clothes'];
      // Loops and folds may part them from the edge; further up they go on in one piece.
      if (past < -most || (past < -AT_EDGE && !isLower)) break;
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
