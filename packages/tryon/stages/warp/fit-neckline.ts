import type { UpperBodyGarment } from '../../garment-analysis.ts';
import { GARMENT_PART } from '../../garment-analysis.ts';
import type { PersonAnalysis } from '../../person-analysis.ts';
import type { Constraint } from './constraint.ts';
import { acrossFrame, belowShoulders, pointInFrame } from './frame-coordinates.ts';
import { upperEdge } from './garment-edge.ts';
import { mix, smoothStep } from './scalar.ts';
import type { TorsoMeasures } from './torso-measures.ts';

/** Columns beside the middle where the neckline is looked for, as shares of its width. */
const COLUMNS = [-0.12, 0, 0.12] as const;
/** A neckline is worn this much higher than it lies flat, in shoulder widths ... */
const RISE = 0.07;
/** ... but never less deep than this share of its flat depth. */
const LEAST_DEPTH = 0.5;
/** Flat depths, in shoulder widths, between which the rise fades: wide low necklines lie flat. */
const LOW = 0.26;
const VERY_LOW = 0.38;
const WEIGHT = 14;
/** An opening deeper than this share of the way to the hem is a front, not a neckline. */
const DEEPEST = 0.5;
/** Places along an off-shoulder neckline, as shares of the way from its middle to its ends. */
const BAND = [-0.7, -0.35, 0, 0.35, 0.7] as const;

/** An off-shoulder neckline runs straight from arm to arm. */
function holdBand(
  garment: UpperBodyGarment,
  [left, right]: readonly [Constraint, Constraint],
): Constraint[] {
  const constraints: Constraint[] = [];
  const wide = right.source.x - left.source.x;
  for (const place of BAND) {
    const share = (place + 1) / 2;
    const x = mix(left.source.x, right.source.x, share);
    const row = mix(left.source.y, right.source.y, share);
    const y = upperEdge(garment, x, row - 0.15 * wide, row + 0.25 * wide, true);
    if (y === null) continue;
    constraints.push({
      source: { x, y },
      target: {
        x: mix(left.target.x, right.target.x, share),
        y: mix(left.target.y, right.target.y, share),
      },
      weight: WEIGHT,
      part: GARMENT_PART.torso,
    });
  }
  return constraints;
}

/**
 * Holds the middle of the neckline. Its depth is the flat one's, a little less, for the shoulders
 * slope back under the collar and lift it.
 *
 * @param collars the collar's two upper ends.
 */
export function fitNeckline(
  garment: UpperBodyGarment,
  person: PersonAnalysis,
  measures: TorsoMeasures,
  collars: readonly [Constraint, Constraint],
): Constraint[] {
  if (measures.offShoulder) return holdBand(garment, collars);
  const { frame } = person;
  const { left, right } = garment;
  const wide = right.collar.x - left.collar.x;
  const top = (left.collar.y + right.collar.y) / 2;
  const middle = (left.collar.x + right.collar.x) / 2;
  const deepest = mix(top, measures.hemRow.y, DEEPEST);
  let lowest = top;
  for (const share of COLUMNS) {
    const y = upperEdge(garment, middle + share * wide, top - 0.1 * wide, deepest, true);
    lowest = Math.max(lowest, y ?? top);
  }
  const unit = frame.shoulderWidth;
  const flat = (lowest - top) * measures.scale;
  if (flat <= 0) return [];
  const rise = RISE * unit * (1 - smoothStep(LOW, VERY_LOW, flat / unit));
  const depth = Math.max(flat * LEAST_DEPTH, flat - rise);
  const x = mix(collars[0].target.x, collars[1].target.x, 0.5);
  const y = mix(collars[0].target.y, collars[1].target.y, 0.5);
  return [
    {
      source: { x: middle, y: lowest },
      target: pointInFrame(
        frame,
        acrossFrame(frame, x, y) + measures.turn,
        belowShoulders(frame, x, y) + depth,
      ),
      weight: WEIGHT,
      part: GARMENT_PART.torso,
    },
  ];
}
