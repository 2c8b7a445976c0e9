import type { LabImage, Mask } from '@proteus/raster/types.ts';
import { median } from '../../warp/scalar.ts';
import { steadyOffsets } from '../matte/steady-offsets.ts';
import type { SideLandmarks } from '../outline/side-landmarks.ts';

/** From one pixel to another. */
type Span = readonly [near: number, far: number];

/** A seam lies this far from the straight armhole, in parts of the distance between middle and armpit. */
const REACH = 0.2;
/** A seam's step is taken over these pixels to both sides of it. */
const BESIDE: Span = [1, 3];
/** And the sleeve's colour over these: nearer ones are mixed. */
const ON_SLEEVE: Span = [6, 10];
/** Armholes with fewer rows than this are none. */
const LEAST_ROWS = 12;
/** What lying as far from the straight line as it may costs, and a bend by the square of its pixels (ΔE). */
const FAR = 6;
const STIFFNESS = 2;
/** Steps are no better than this (ΔE): a seam is followed all along, however strong it is in one place. */
const CLEAR = 60;
/** Of a seam a step of this (ΔE) is seen, down so much of the armhole at a stretch. */
const SEEN = 12;
const LONGEST_RUN = 0.45;
/** Along it the sleeve's colour stays within so much of its own (ΔE). */
const SAME_SLEEVE = 24;
/** Beyond its ends the seam comes back to the straight line by so many pixels a row. */
const RETURN = 0.5;

/**
 * The seam between a sleeve and a torso of another colour, row by row: a yoke, a panel, a raglan's sleeve ends there,
 * not at the straight line from the shoulder's tip to the armpit, and would be torn where the sleeve turns.
 *
 * @param mask the garment's front: there is no seam at what is left out, as the inside of its collar is.
 * @param middle x of the garment's axis.
 * @returns distance outward from the axis by row, from the tip's row down to the armpit's; null where no such seam is seen.
 */
export function findArmholeSeam(
  lab: LabImage,
  mask: Mask,
  { sign, tip, armpit }: SideLandmarks,
  middle: number,
): Float64Array | null {
  const first = Math.ceil(tip.y);
  const rows = Math.floor(armpit.y) - first;
  const armpitOut = sign * (armpit.x - middle);
  const tipOut = sign * (tip.x - middle);
  const reach = Math.round(REACH * armpitOut);
  if (rows < LEAST_ROWS || reach < 2 * BESIDE[1]) return null;
  const choices = 2 * reach + 1;
  const straight = (row: number) => tipOut + ((armpitOut - tipOut) * row) / rows;
  const columnAt = (row: number, choice: number) =>
    Math.round(middle + sign * (straight(row) + choice - reach));
  const beside = (row: number, choice: number, way: number, over: Span = BESIDE) =>
    colourBeside(lab, mask, (first + row) * mask.width + columnAt(row, choice), way, over);
  const stepAt = (row: number, choice: number): number => {
    const [inside, outside] = [beside(row, choice, -sign), beside(row, choice, sign)];
    return inside === null || outside === null ? 0 : difference(inside, outside);
  };
  // Free places lead from the last row back to the first: the seam has two ends.
  const costs = new Float32Array(choices * (rows + choices));
  for (let row = 0; row < rows; row++) {
    for (let choice = 0; choice < choices; choice++) {
      const away = (choice - reach) / reach;
      costs[row * choices + choice] = FAR * away * away - Math.min(CLEAR, stepAt(row, choice));
    }
  }
  const seam = steadyOffsets(costs, choices, STIFFNESS).subarray(0, rows);
  const outside = Array.from(seam, (choice, row) => beside(row, choice, sign, ON_SLEEVE));
  const isStep = Array.from(seam, (choice, row) => stepAt(row, choice) > SEEN);
  const sleeve = middleColour(outside.filter((colour, row) => colour !== null && isStep[row]!));
  if (sleeve === null) return null;
  const [from, to] = longestRun(rows, (row) => {
    const colour = outside[row]!;
    return isStep[row]! && colour !== null && difference(colour, sleeve) < SAME_SLEEVE;
  });
  if (to - from < LONGEST_RUN * rows) return null;
  return Float64Array.from(seam, (_, row) => {
    const nearest = Math.min(to - 1, Math.max(from, row));
    const offset = seam[nearest]! - reach;
    // Beyond what is seen of it the seam comes back to the straight line.
    const left = Math.max(0, Math.abs(offset) - RETURN * Math.abs(row - nearest));
    return straight(row) + Math.sign(offset) * left;
  });
}

/** The mean colour of the pixels from here to there beside one, to its right or left (1, -1); null beyond the garment. */
function colourBeside(
  lab: LabImage,
  mask: Mask,
  pixel: number,
  way: number,
  [near, far]: Span,
): readonly number[] | null {
  const sums = [0, 0, 0];
  for (let i = near; i <= far; i++) {
    const at = pixel + way * i;
    if (!mask.data[at]) return null;
    for (let channel = 0; channel < 3; channel++) sums[channel]! += lab.data[3 * at + channel]!;
  }
  return sums.map((sum) => sum / (far - near + 1));
}

function difference(one: readonly number[], two: readonly number[]): number {
  return Math.hypot(one[0]! - two[0]!, one[1]! - two[1]!, one[2]! - two[2]!);
}

/** The median of colours in each channel; null = of none. */
function middleColour(colours: readonly (readonly number[] | null)[]): readonly number[] | null {
  const known = colours.filter((colour) => colour !== null);
  if (known.length === 0) return null;
  return [0, 1, 2].map((channel) => median(known.map((colour) => colour[channel]!)));
}

/** The longest stretch of which all is seen: from, and up to but without. */
function longestRun(length: number, isSeen: (row: number) => boolean): readonly [number, number] {
  let best: readonly [number, number] = [0, 0];
  let from = 0;
  for (let row = 0; row <= length; row++) {
    if (row < length && isSeen(row)) continue;
    if (row - from > best[1] - best[0]) best = [from, row];
    from = row + 1;
  }
  return best;
}
