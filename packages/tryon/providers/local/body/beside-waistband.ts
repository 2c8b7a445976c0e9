import type { Mask } from '@proteus/raster/types.ts';
import type { PersonAnalysis } from '../../../person-analysis.ts';
import { isBareArm, isHand } from '../skin/skin-known.ts';
import type { Waistband } from './waistband.ts';

/** Beside the lower clothes a tucked top ends where they begin, so far out, in shoulder widths. */
const BESIDE = 0.25;
/** Loops and flaps hang at most so far from a waistband's end, in shoulder widths, and a step of so many pixels off its edge. */
const LOOP = 0.08;
const STEP = 4;
/** Over so many columns an edge that falls by more than as many rows is the hip's side, as far in as it goes on falling. */
const STEEP = 4;
/** What bags over a waistband's end is round: within this height, in torso lengths, it runs out to its whole width ... */
const HEIGHT = 0.12;
/** ... and no more sharply than a parabola so wide, in shoulder widths. */
const ROUND = 0.03;
/** The body inside is this much smaller, pixels: no skin shows below the cloth. */
const INSIDE = 3;

/** The first and the last column at which a waistband's own edge is seen; null = none. */
function spanOf(tops: Float64Array, none: number, loop: number): readonly [number, number] | null {
  const ends = [1, -1].map((step) => {
    let x = step > 0 ? 0 : tops.length - 1;
    while (x >= 0 && x < tops.length && tops[x] === none) x += step;
    let end = x;
    let flat = 0;
    let isSide = true;
    for (let inwards = 1; inwards <= loop; inwards++) {
      const inner = tops[x + step * inwards];
      const outer = tops[x + step * (inwards - 1)];
      if (inner === undefined || outer === undefined || inner === none) break;
      const further = tops[x + step * (inwards - STEEP)];
      const fell = further === undefined || further === none ? 0 : further - inner;
      flat = outer > inner ? 0 : flat + 1;
      isSide &&= flat < STEEP;
      if (outer - inner > STEP || (isSide && flat === 0 && fell > STEEP)) end = x + step * inwards;
    }
    return end;
  });
  const [first, last] = ends as [number, number];
  return first <= last ? [first, last] : null;
}

/**
 * The row at which a tucked top ends in columns beside the lower clothes: at their edge right beside
 * it, and further up further out, as cloth that bags over a waistband does.
 *
 * @param tops of the lower clothes by column, see `Waistband`.
 * @param isInside whether a pixel is of what ends there.
 * @returns rows by column, the edge's own where an arm lies at the waistband's end; Infinity on the lower clothes and far from them.
 */
export function endsBeside(
  { parts, frame }: Pick<PersonAnalysis, 'parts' | 'frame'>,
  tops: Float64Array,
  isInside: (pixel: number) => boolean,
): Float64Array {
  const { width, height, data } = parts;
  const ends = new Float64Array(width).fill(Number.POSITIVE_INFINITY);
  const span = spanOf(tops, height, LOOP * frame.shoulderWidth);
  if (span === null) return ends;
  const reach = Math.round(BESIDE * frame.shoulderWidth);
  const rise = HEIGHT * frame.torsoLength;
  for (const [end, step] of [
    [span[0], -1],
    [span[1], 1],
  ] as const) {
    const top = tops[end]!;
    const row = Math.max(0, Math.round(top - rise)) * width;
    const room = Math.min(reach, step < 0 ? end : width - 1 - end);
    let wide = 0;
    while (wide < room && isInside(row + end + step * (wide + 1))) wide++;
    const near = end + step * Math.min(2, room);
    const beside = data[Math.min(height - 1, Math.round(top) + STEP) * width + near]!;
    const isArm = isBareArm(beside) || isHand(beside);
    const round = Math.max(ROUND * frame.shoulderWidth, wide ** 2 / rise);
    for (let out = 1; out <= room; out++) {
      // Higher up cloth goes on as it will: a body that leans has its shoulder out there.
      ends[end + step * out] = isArm ? top : top - Math.min(rise, out ** 2 / round);
    }
  }
  return ends;
}

/** Takes from the trunk what a tucked top does not cover beside the waistband. Changes it in place. */
export function endTrunkBeside(trunk: Mask, person: PersonAnalysis, { tops }: Waistband): void {
  const { width, height, data } = trunk;
  const ends = endsBeside(person, tops, (pixel) => data[pixel] !== 0);
  for (let x = 0; x < width; x++) {
    for (let y = Math.max(0, Math.ceil(ends[x]! - INSIDE)); y < height; y++)
      data[y * width + x] = 0;
  }
}
