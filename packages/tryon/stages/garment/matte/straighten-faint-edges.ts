import { boundaryLoops } from '@proteus/raster/boundary-loops.ts';
import { createMask } from '@proteus/raster/create-mask.ts';
import { fillPolygon } from '@proteus/raster/fill-polygon.ts';
import type { Mask, Point } from '@proteus/raster/types.ts';
import type { BackgroundModel } from '../backdrop/background-model.ts';
import { measureClarity } from './edge-clarity.ts';
import { findBites } from './find-bites.ts';
import { leastTurning } from './least-turning.ts';
import { smoothLoop } from './smooth-loop.ts';

/** Loops of fewer points are specks. */
const SHORTEST = 60;
/** Points to each side that level the stairs of pixels. */
const STAIRS = 3;
/** Pixels from one sample of the outline to the next. */
const SPACING = 3;
/** Outlines that show by this ΔE stay as they are. White cloth on white shows by 0.3 to 3. */
const CLEAR = 4;
/** What a sample weighs falls with this power of its clarity ... */
const DOUBT = 2;
/** ... to this, for one that does not show at all, where a clear one weighs 1. */
const LEAST_WEIGHT = 0.01;
/** Cost of a turn by a radian: a clear sample four pixels off. */
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
 * @param mask the outline; changed in place.
 */
export function straightenFaintEdges(mask: Mask, model: BackgroundModel): void {
  const flips = createMask(mask.width, mask.height);
  for (const loop of boundaryLoops(mask)) {
    if (loop.length >= SHORTEST) straightenLoop(loop, model, mask.height, flips);
  }
  for (let i = 0; i < flips.data.length; i++) if (flips.data[i]) mask.data[i]! ^= 255;
}

/** Marks the pixels that change sides. */
function straightenLoop(
  outline: readonly Point[],
  model: BackgroundModel,
  height: number,
  flips: Mask,
): void {
  const smooth = smoothLoop(outline, STAIRS);
  const clarities = measureClarity(smooth, SPACING, model);
  if (clarities.every((value) => value >= CLEAR)) return;
  // From the clearest sample once around to it again.
  const first = clarities.indexOf(Math.max(...clarities));
  const samples = Array.from(clarities, (_, n) => (first + n) % clarities.length);
  samples.push(first);
  const points = samples.map((sample) => smooth[sample * SPACING]!);
  const faint = samples.map((sample) => clarities[sample]! < CLEAR);
  const weights = Float64Array.from(samples, (sample) =>
    Math.min(1, Math.max(LEAST_WEIGHT, (clarities[sample]! / CLEAR) ** DOUBT)),
  );
  for (const { from, to } of findBites(points, faint, WIDEST_BITE * height)) {
    const [a, b] = [points[from]!, points[to]!];
    for (let n = from; n <= to; n++) {
      const way = (n - from) / (to - from);
      points[n] = { x: a.x + way * (b.x - a.x), y: a.y + way * (b.y - a.y) };
      weights[n] = LEAST_WEIGHT;
      faint[n] = true;
    }
  }
  const last = samples.length - 1;
  weights[0] = FIXED;
  weights[last] = FIXED;
  const curve = leastTurning(points, weights, STIFFNESS, SPACING);
  for (let n = 0; n <= last; n++) {
    if (!faint[n]) continue;
    const before = Math.max(0, n - 1);
    while (n < last && faint[n]) n++;
    const old = wayRound(outline, samples[before]! * SPACING, samples[n]! * SPACING);
    // What lies between the old way and the new one is on the other side now.
    fillPolygon(flips, [...old, ...curve.slice(before, n + 1).reverse()]);
  }
}

/** The points of a closed curve from one to another, both of them too. */
function wayRound(loop: readonly Point[], from: number, to: number): readonly Point[] {
  if (from < to) return loop.slice(from, to + 1);
  return [...loop.slice(from), ...loop.slice(0, to + 1)];
}
