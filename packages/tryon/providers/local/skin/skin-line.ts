import type { LabColour } from './skin-reference.ts';

/** Lightness from one node to the next, from 0 on. */
const STEP = 10;
/**
 * Gain of a* and b* per step of lightness, at every node: medians of slopes along bare arms of all
 * complexions, lit from light to shade. Shine is white and light that went from skin to skin is
 * red, so pale skin loses colour with light; deep shade has little colour of any kind.
 */
const A_SLOPES = [0.5, 0.5, 0.5, 0.4, 0.12, -0.07, -0.2, -0.28, -0.34, -0.5, -0.6] as const;
const B_SLOPES = [0.5, 0.55, 0.55, 0.5, 0.3, 0.13, 0, -0.2, -0.31, -0.5, -0.8] as const;

/** What slopes add up to from black to every node. */
function sumUp(slopes: readonly number[]): Float64Array {
  const sums = new Float64Array(slopes.length);
  for (let node = 1; node < slopes.length; node++) {
    sums[node] = sums[node - 1]! + ((slopes[node - 1]! + slopes[node]!) / 2) * STEP;
  }
  return sums;
}

const A_LINE = sumUp(A_SLOPES);
const B_LINE = sumUp(B_SLOPES);

function readLine(line: Float64Array, lightness: number): number {
  const place = Math.min(Math.max(0, lightness / STEP), line.length - 1);
  const node = Math.min(Math.floor(place), line.length - 2);
  return line[node]! + (line[node + 1]! - line[node]!) * (place - node);
}

/** The colour of some skin where more or less light falls on it. @param lightness L*, 0 to 100. */
export function skinInLight(tone: LabColour, lightness: number): LabColour {
  return [
    lightness,
    tone[1] + readLine(A_LINE, lightness) - readLine(A_LINE, tone[0]),
    tone[2] + readLine(B_LINE, lightness) - readLine(B_LINE, tone[0]),
  ];
}
