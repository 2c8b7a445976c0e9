import type { Mask } from '@proteus/raster/types.ts';
import type { BackgroundModel } from '../backdrop/background-model.ts';
import { measureClarity } from './edge-clarity.ts';
import { findBites } from './find-bites.ts';
import { flipBetween } from './flip-between.ts';
import { leastTurning } from './least-turning.ts';
import { ringFrom, type SampledOutline, SPACING } from './sampled-outline.ts';

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
 * @param flips receives the pixels that change sides.
 */
export function straightenFaintEdges(
  outline: SampledOutline,
  model: BackgroundModel,
  flips: Mask,
): void {
  const unturned = Array.from(measureClarity(outline, model));
  if (unturned.every((value) => value >= CLEAR)) return;
  const first = unturned.reduce((best, value, n) => (value > unturned[best]! ? n : best), 0);
  const clarity = ringFrom(unturned, first);
  const points = ringFrom(outline.points, first);
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
  const curve = leastTurning(points, weights, STIFFNESS, SPACING);
  flipBetween(flips, outline.loop, ringFrom(outline.places, first), curve, faint);
}
