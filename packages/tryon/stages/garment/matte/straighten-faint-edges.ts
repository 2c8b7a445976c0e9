import type { Mask, Point } from '@proteus/raster/types.ts';
import type { BackgroundModel } from '../backdrop/background-model.ts';
import { measureClarity } from './edge-clarity.ts';
import { findBites } from './find-bites.ts';
import { flipBetween } from './flip-between.ts';
import { leastTurning } from './least-turning.ts';
import { ringFrom } from './sample-ring.ts';
import { smoothLoop } from './smooth-loop.ts';

/** Points to each side that level the stairs of pixels. */
const STAIRS = 3;
/** Pixels from one sample of the outline to the next. */
const SPACING = 3;
/** Outlines that show by this ΔE stay as they are. White cloth on white shows by 0.3 to 3. */
const CLEAR = 4;
/** What a sample weighs falls with the square of its clarity to this, where a clear one weighs 1. */
const LEAST_WEIGHT = 0.01;
/** Cost of a turn by a radian: the same as of a clear sample that is left by three pixels. */
const STIFFNESS = 8;
/** The ends of the way round stay. */
const FIXED = 1000;
/** The widest mouth of a bite, in parts of the height. */
const WIDEST_BITE = 0.044;

/**
 * Straightens an outline where the photo hardly shows it (white cloth on a white backdrop): cuffs,
 * hems and sides of clothes are straight or gently bent between their corners, and what wavers there
 * is noise. The more clearly a place shows, the more it holds the curve; frills and scallops, which
 * show, stay to the pixel.
 *
 * @param outline the closed outline along the edges of pixels, the cloth on its right hand.
 * @param flips receives the pixels that change sides.
 */
export function straightenFaintEdges(
  outline: readonly Point[],
  model: BackgroundModel,
  flips: Mask,
): void {
  const smooth = smoothLoop(outline, STAIRS);
  const unturned = Array.from(measureClarity(smooth, SPACING, model));
  if (unturned.every((value) => value >= CLEAR)) return;
  const first = unturned.reduce((best, value, n) => (value > unturned[best]! ? n : best), 0);
  const clarity = ringFrom(unturned, first);
  const places = ringFrom(
    unturned.map((_, n) => n * SPACING),
    first,
  );
  const points = places.map((place) => smooth[place]!);
  const faint = clarity.map((value) => value < CLEAR);
  const weights = Float64Array.from(clarity, (value) =>
    Math.min(1, Math.max(LEAST_WEIGHT, (value / CLEAR) ** 2)),
  );
  for (const { from, to } of findBites(points, faint, WIDEST_BITE * flips.height)) {
    const [a, b] = [points[from]!, points[to]!];
    for (let n = from; n <= to; n++) {
      const way = (n - from) / (to - from);
      points[n] = { x: a.x + way * (b.x - a.x), y: a.y + way * (b.y - a.y) };
      weights[n] = LEAST_WEIGHT;
      faint[n] = true;
    }
  }
  weights[0] = FIXED;
  weights[weights.length - 1] = FIXED;
  flipBetween(flips, outline, places, leastTurning(points, weights, STIFFNESS, SPACING), faint);
}
