import type { Mask } from '@proteus/raster/types.ts';
import type { BackgroundModel } from '../backdrop/background-model.ts';

/** A gap wider than this, in parts of the height, is no cleft. */
const WIDEST = 0.025;
/** The cloth beside a cleft differs from the backdrop by this at least (ΔE), within so many pixels of it. */
const WALL = 12;
const WALL_WITHIN = 5;
/** What differs by less than this share of what the cloth does is cleft: in narrow ones colours are mixed. */
const CLEFT = 0.35;
/** Its middle differs by less than that. */
const MIDDLE = 0.2;
/** From one row to the next above it gets wider, or moves aside, by no more than so many pixels. */
const ASIDE = 4;

/**
 * Opens clefts up to their tips: between a hanging sleeve and the torso the backdrop is seen up to the armpit,
 * and an outline that bridges faint gaps ends before that. White cloth on white stays closed: the cloth has to be
 * clear on both sides.
 *
 * @param mask the outline; changed in place.
 */
export function openClefts({ width, height, data }: Mask, { difference }: BackgroundModel): void {
  const widest = Math.round(WIDEST * height);
  for (let y = height - 2; y > 0; y--) {
    const below = (y + 1) * width;
    for (let x = WALL_WITHIN + 1; x < width - WALL_WITHIN - 1; x++) {
      if (data[below + x] !== 0 || data[below + x - 1] === 0) continue;
      const from = x;
      while (x < width - WALL_WITHIN - 1 && data[below + x] === 0) x++;
      if (data[below + x] !== 0 && x - from <= widest) openAbove(y * width, from, x);
    }
  }

  /** Opens in a row what goes on above a gap from here up to there. */
  function openAbove(row: number, from: number, to: number): void {
    let middle = from;
    for (let x = from; x < to; x++) {
      if (data[row + x] === 0) return;
      if (difference.data[row + x]! < difference.data[row + middle]!) middle = x;
    }
    const wall = Math.min(
      wallBeside(row + middle, -1, to - from),
      wallBeside(row + middle, 1, to - from),
    );
    if (wall < WALL || difference.data[row + middle]! > MIDDLE * wall) return;
    const isCleft = (x: number) => difference.data[row + x]! < CLEFT * wall;
    let left = middle;
    while (left >= from - ASIDE && isCleft(left - 1)) left--;
    let right = middle + 1;
    while (right < to + ASIDE && isCleft(right)) right++;
    if (isCleft(left - 1) || isCleft(right)) return;
    data.fill(0, row + left, row + right);
  }

  /** The most that cloth differs from the backdrop beside a gap of this width, that way. */
  function wallBeside(pixel: number, way: number, gap: number): number {
    let most = 0;
    for (let i = 1; i <= gap + WALL_WITHIN; i++) {
      most = Math.max(most, difference.data[pixel + way * i] ?? 0);
    }
    return most;
  }
}
