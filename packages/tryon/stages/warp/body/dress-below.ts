import { PART } from '@proteus/contracts/person-parts.ts';
import { rgbToLab } from '@proteus/raster/rgb-to-lab.ts';
import type { PersonAnalysis } from '../../../person-analysis.ts';
import { HANGING } from '../fit/fit-hem.ts';
import { median } from '../scalar.ts';
import { pointInFrame } from './frame-coordinates.ts';

/** Where top and lower clothes are compared: across in shoulder widths, up and down in torso lengths. */
const COLUMNS = [-0.3, -0.2, -0.1, 0, 0.1, 0.2, 0.3] as const;
const FROM = 0.03;
const TO = 0.11;
/**
 * Cloth above and below that differs less is one cloth, in steps of L*a*b*. Of 46 people the three in
 * dresses have .5 to 2.7, black tops over black trousers 2.0 to 7, all others more than 6.
 */
const ALIKE = 4;
/** Bare legs below, in square shoulder widths: those dresses have .44 or more, trousers none. */
const BARE_LEGS = 0.2;

function legArea({ parts, frame }: PersonAnalysis): number {
  let area = 0;
  for (const part of parts.data) {
    if (part === PART['left-leg'] || part === PART['right-leg']) area++;
  }
  return area / frame.shoulderWidth ** 2;
}

/** Mean r, g, b of a part's pixels down one line, 0 to 255; null where there are none. */
function meanAlong(
  { picture, parts, frame }: PersonAnalysis,
  part: number,
  across: number,
  from: number,
  to: number,
): number[] | null {
  const sum = [0, 0, 0];
  let count = 0;
  for (let below = from; below <= to; below++) {
    const point = pointInFrame(frame, across, below);
    const x = Math.round(point.x);
    const y = Math.round(point.y);
    if (x < 0 || y < 0 || x >= parts.width || y >= parts.height) continue;
    const pixel = y * parts.width + x;
    if (parts.data[pixel] !== part) continue;
    for (let channel = 0; channel < 3; channel++)
      sum[channel]! += picture.data[pixel * 3 + channel]!;
    count++;
  }
  return count === 0 ? null : sum.map((value) => value / count);
}

function labDistance(a: readonly number[], b: readonly number[]): number {
  const data = Uint8Array.from([...a, ...b], Math.round);
  const lab = rgbToLab({ width: 2, height: 1, data }).data;
  return Math.hypot(lab[0]! - lab[3]!, lab[1]! - lab[4]!, lab[2]! - lab[5]!);
}

/**
 * Whether a hanging top and the lower clothes are one dress: the same cloth goes on below, over bare
 * legs. A seam at the waist divides a dress as a waistband does, and is left alone.
 *
 * @param top where the parse has the top end, pixels below the shoulder joints.
 */
export function goesOnBelow(person: PersonAnalysis, top: number): boolean {
  const { torsoLength } = person.frame;
  if (top < HANGING * torsoLength || legArea(person) < BARE_LEGS) return false;
  const differences: number[] = [];
  for (const across of COLUMNS) {
    const mean = (part: number, from: number, to: number) =>
      meanAlong(person, part, across, top + from * torsoLength, top + to * torsoLength);
    const above = mean(PART['upper-clothes'], -TO, -FROM);
    const below = mean(PART['lower-clothes'], FROM, TO);
    if (above !== null && below !== null) differences.push(labDistance(above, below));
  }
  return differences.length > 0 && median(differences) < ALIKE;
}
