import type { Point } from '@proteus/raster/types.ts';
import type { UpperBodyGarment } from '../../../garment-analysis.ts';
import { GARMENT_PART } from '../../../garment-analysis.ts';
import type { PersonAnalysis, TorsoFrame } from '../../../person-analysis.ts';
import { acrossFrame, belowShoulders, pointInFrame } from '../body/frame-coordinates.ts';
import type { Constraint } from '../mesh/constraint.ts';
import { median, mix, smoothStep } from '../scalar.ts';
import { sideEdge, upperEdge } from './garment-edge.ts';
import type { TorsoMeasures } from './torso-measures.ts';

/** Columns beside the middle where the neckline's depth is looked for, as shares of its width. */
const COLUMNS = [-0.12, 0, 0.12] as const;
/**
 * Places along the neckline that are held, from -1 to 1 between its ends: so many to either side of
 * its middle, out to there. Further apart they would draw the cloth into teeth.
 */
const CURVE_PLACES = 11;
const CURVE_END = 0.84;
const CURVE = Array.from(
  { length: 2 * CURVE_PLACES + 1 },
  (_, i) => (i / CURVE_PLACES - 1) * CURVE_END,
);
/** Steep sides are held in rows so far apart, in widths, at most so many; they bulge out by this at most. */
const ROW_APART = 0.04;
const MOST_ROWS = 10;
const WIDER = 0.16;
/** A neckline is worn this much higher than it lies flat, in shoulder widths ... */
const RISE = 0.04;
/** ... but never less deep than this share of its flat depth. */
const LEAST_DEPTH = 0.5;
/** Flat depths, in shoulder widths, between which the rise fades: wide low necklines lie flat. */
const LOW = 0.26;
const VERY_LOW = 0.38;
/** The pit of the throat, below which open necklines end, in shoulder widths below the joints ... */
const THROAT = -0.19;
/** ... and the flat depths, in shoulder widths, between which a collar band becomes a neckline. */
const BAND_DEPTH = 0.06;
const OPEN_DEPTH = 0.12;
/** A neckline that is drawn together hangs lower by this share of what its width loses. */
const DEEPENING = 0.35;
const WEIGHT = 14;
const CURVE_WEIGHT = 7;
/** An opening deeper than this share of the way to the hem is a front, not a neckline. */
const DEEPEST = 0.5;
/** Places along an off-shoulder neckline, as shares of the way from its middle to its ends. */
const BAND = [-0.9, -0.75, -0.6, -0.45, -0.3, -0.15, 0, 0.15, 0.3, 0.45, 0.6, 0.75, 0.9] as const;

/** Ruffles depart from the band's usual edge by less than this share of its width; keyholes by more. */
const RUFFLE = 0.03;

/** An off-shoulder neckline runs from arm to arm; its ruffles keep their shape. */
function holdBand(
  garment: UpperBodyGarment,
  { down }: TorsoFrame,
  scale: number,
  [left, right]: readonly [Constraint, Constraint],
): Constraint[] {
  const wide = right.source.x - left.source.x;
  const edges: { readonly source: Point; readonly share: number; readonly depth: number }[] = [];
  for (const place of BAND) {
    const share = (place + 1) / 2;
    const x = mix(left.source.x, right.source.x, share);
    const row = mix(left.source.y, right.source.y, share);
    const y = upperEdge(garment, x, row - 0.15 * wide, row + 0.25 * wide, true);
    if (y !== null) edges.push({ source: { x, y }, share, depth: y - row });
  }
  const usual = median(edges.map(({ depth }) => depth));
  return edges
    .filter(({ depth }) => Math.abs(depth - usual) <= RUFFLE * wide)
    .map(({ source, share, depth }) => ({
      source,
      target: {
        x: mix(left.target.x, right.target.x, share) + down.x * depth * scale,
        y: mix(left.target.y, right.target.y, share) + down.y * depth * scale,
      },
      weight: WEIGHT,
      part: GARMENT_PART.torso,
    }));
}

/**
 * Places on a neckline between two of it, row by row: where it is steep columns pass it by, and cloth that
 * is held there alone has kinks.
 */
function steepPlaces(garment: UpperBodyGarment, from: Point, to: Point, wide: number): Point[] {
  const [upper, lower] = from.y < to.y ? [from, to] : [to, from];
  const rows = Math.min(MOST_ROWS, Math.floor((lower.y - upper.y) / (ROW_APART * wide)));
  const outwards = Math.sign(upper.x - lower.x);
  const points: Point[] = [];
  for (let i = 1; i < rows; i++) {
    const y = mix(from.y, to.y, i / rows);
    // From inside the opening out.
    const x = sideEdge(garment, y, lower.x - outwards, upper.x + outwards * WIDER * wide);
    if (x !== null) points.push({ x, y });
  }
  return points;
}

/**
 * Holds the neckline along its whole curve. Its depth is the flat one's, a little less, for the
 * shoulders slope back under the collar and lift it; held at its middle alone, the cloth beside it
 * would hang in two bows.
 *
 * @param collars the collar's two upper ends.
 */
export function fitNeckline(
  garment: UpperBodyGarment,
  person: PersonAnalysis,
  measures: TorsoMeasures,
  collars: readonly [Constraint, Constraint],
): Constraint[] {
  const { frame } = person;
  if (measures.offShoulder) return holdBand(garment, frame, measures.along, collars);
  const [left, right] = collars;
  const wide = right.source.x - left.source.x;
  const rowAt = (share: number) => mix(left.source.y, right.source.y, share);
  const edgeAt = (share: number) => {
    const row = rowAt(share);
    const lowest = mix(row, measures.hemRow.y, DEEPEST);
    return upperEdge(garment, left.source.x + share * wide, row - 0.1 * wide, lowest, true);
  };
  let flat = 0;
  for (const column of COLUMNS) {
    const share = 0.5 + column;
    flat = Math.max(flat, ((edgeAt(share) ?? 0) - rowAt(share)) * measures.along);
  }
  if (flat <= 0) return [];
  const unit = frame.shoulderWidth;
  const rise = RISE * unit * (1 - smoothStep(LOW, VERY_LOW, flat / unit));
  const collarRow =
    (belowShoulders(frame, left.target.x, left.target.y) +
      belowShoulders(frame, right.target.x, right.target.y)) /
    2;
  const toThroat = THROAT * unit - collarRow;
  const open = smoothStep(BAND_DEPTH, OPEN_DEPTH, flat / unit);
  const worn = Math.hypot(right.target.x - left.target.x, right.target.y - left.target.y);
  const drawnIn = Math.max(0, wide * measures.scale - worn) * DEEPENING;
  const depth = Math.max(flat * LEAST_DEPTH, flat - rise + drawnIn, mix(0, toThroat, open));
  const hold = (x: number, y: number): Constraint => {
    const share = (x - left.source.x) / wide;
    const place = 2 * share - 1;
    const own = ((y - rowAt(share)) * measures.along * depth) / flat;
    const lineX = mix(left.target.x, right.target.x, share);
    const lineY = mix(left.target.y, right.target.y, share);
    // A turned body shows its front's middle aside; the collar's ends stay on the shoulders.
    const aside = measures.turn * Math.max(0, 1 - place * place);
    return {
      source: { x, y },
      target: pointInFrame(
        frame,
        acrossFrame(frame, lineX, lineY) + aside,
        belowShoulders(frame, lineX, lineY) + own,
      ),
      weight: CURVE_WEIGHT,
      part: GARMENT_PART.torso,
    };
  };
  const curve: Constraint[] = [];
  for (const place of CURVE) {
    const share = (place + 1) / 2;
    const y = edgeAt(share);
    if (y !== null) curve.push(hold(left.source.x + share * wide, y));
  }
  const places = [left.source, ...curve.map(({ source }) => source), right.source];
  const constraints: Constraint[] = [];
  for (const [i, place] of places.entries()) {
    if (i > 0) {
      const steep = steepPlaces(garment, places[i - 1]!, place, wide);
      constraints.push(...steep.map(({ x, y }) => hold(x, y)));
    }
    const held = curve[i - 1];
    if (held !== undefined) constraints.push(held);
  }
  return constraints;
}
