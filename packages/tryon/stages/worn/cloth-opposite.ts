import { PART } from '@proteus/contracts/person-parts.ts';
import type { Mask } from '@proteus/raster/types.ts';
import type { PersonAnalysis, TorsoFrame } from '../../person-analysis.ts';
import { acrossFrame, belowShoulders, pointInFrame } from '../warp/body/frame-coordinates.ts';
import { measureShoulderLine, shoulderTopBelow } from '../warp/body/shoulder-line.ts';
import { usualHalfWidth } from '../warp/body/torso-outline.ts';

/** Hair farther from the body's middle than this, in shoulder widths, hangs beside the shoulders. */
const HAIR_REACH = 0.55;

/** Lower arms and hands, which may lie before the torso. */
export const LOWER_ARMS: ReadonlySet<number> = new Set([
  PART['left-forearm'],
  PART['right-forearm'],
  PART['left-hand'],
  PART['right-hand'],
]);

/**
 * Tells where cloth goes on beneath hair and arms because it does so on the body's other side:
 * clothes are alike on both, from the shoulders down. Under hair it goes on from where it begins
 * on either side at the same height: locks often lie on both.
 *
 * @param seen the cloth that is seen.
 */
export function createClothOpposite(
  seen: Mask,
  person: PersonAnalysis,
): (isHair: boolean, x: number, y: number) => boolean {
  const { frame } = person;
  const line = measureShoulderLine(person);
  const { first, begins, ends } = measureRows(seen, frame);
  return (isHair, x, y) => {
    const across = acrossFrame(frame, x, y);
    const below = belowShoulders(frame, x, y);
    const station = Math.abs(across);
    const side = across < 0 ? 'left' : 'right';
    if (below < shoulderTopBelow(line, side, station, frame.shoulderWidth)) return false;
    if (isHair) {
      const row = Math.round(below) - first;
      return station >= begins[row]! && station <= Math.min(HAIR_REACH, ends[row]!);
    }
    // Farther out than the torso reaches is the place of the arm's own sleeve.
    if (station > usualHalfWidth(below / frame.torsoLength)) return false;
    const point = pointInFrame(frame, -across, below);
    const column = Math.round(point.x);
    const row = Math.round(point.y);
    if (column < 0 || row < 0 || column >= seen.width || row >= seen.height) return false;
    return seen.data[row * seen.width + column] !== 0;
  };
}

/** How near to the body's middle, and how far, cloth is seen at each height, in shoulder widths. */
function measureRows(seen: Mask, frame: TorsoFrame) {
  const { width, height, data } = seen;
  const first = -height;
  const begins = new Float32Array(3 * height).fill(Number.POSITIVE_INFINITY);
  const ends = new Float32Array(3 * height).fill(Number.NEGATIVE_INFINITY);
  for (let y = 0, i = 0; y < height; y++) {
    for (let x = 0; x < width; x++, i++) {
      if (!data[i]) continue;
      const row = Math.round(belowShoulders(frame, x, y)) - first;
      const station = Math.abs(acrossFrame(frame, x, y));
      if (station < begins[row]!) begins[row] = station;
      if (station > ends[row]!) ends[row] = station;
    }
  }
  return { first, begins, ends };
}
