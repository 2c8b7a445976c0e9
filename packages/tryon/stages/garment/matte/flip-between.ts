import { fillPolygon } from '@proteus/raster/fill-polygon.ts';
import type { Mask, Point } from '@proteus/raster/types.ts';

/**
 * Marks the pixels that change sides where samples of an outline have moved: those between its old
 * way and the new one.
 *
 * @param flips receives them.
 * @param outline the closed outline along the edges of pixels.
 * @param places where on it each sample lay; the last may lie where the first does.
 * @param curve where the samples lie now.
 * @param moved for each sample whether the way to it and from it is the new one; the rest stays.
 */
export function flipBetween(
  flips: Mask,
  outline: readonly Point[],
  places: readonly number[],
  curve: readonly Point[],
  moved: readonly boolean[],
): void {
  const last = places.length - 1;
  for (let n = 0; n <= last; n++) {
    if (!moved[n]) continue;
    const before = Math.max(0, n - 1);
    while (n < last && moved[n]) n++;
    const old = wayRound(outline, places[before]!, places[n]!);
    fillPolygon(flips, [...old, ...curve.slice(before, n + 1).reverse()]);
  }
}

/** The points of a closed curve from one to another, both of them too. */
function wayRound(loop: readonly Point[], from: number, to: number): readonly Point[] {
  if (from < to) return loop.slice(from, to + 1);
  return [...loop.slice(from), ...loop.slice(0, to + 1)];
}
