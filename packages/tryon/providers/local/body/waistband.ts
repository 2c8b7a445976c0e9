import { PART } from '@proteus/contracts/person-parts.ts';
import type { PersonAnalysis } from '../../../person-analysis.ts';
import { belowLine, type LineAcross } from '../../../stages/warp/body/frame-coordinates.ts';

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
  return { edge, isOldHem, dips };
}
