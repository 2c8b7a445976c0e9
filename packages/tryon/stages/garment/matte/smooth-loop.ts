import type { Point } from '@proteus/raster/types.ts';

/** Points to each side that give the direction of a curve. */
const DIRECTION = 4;

/** A closed curve, each of its points averaged with so many to each side. */
export function smoothLoop(loop: readonly Point[], reach: number): Point[] {
  const count = 2 * reach + 1;
  return loop.map((_, at) => {
    let [x, y] = [0, 0];
    for (let k = at - reach; k <= at + reach; k++) {
      const point = loop[(k + loop.length) % loop.length]!;
      x += point.x;
      y += point.y;
    }
    return { x: x / count, y: y / count };
  });
}

/** The unit normal of a closed curve that has its inside on its right hand, towards the outside. */
export function outwardsAt(curve: readonly Point[], at: number): Point {
  const from = curve[(at - DIRECTION + curve.length) % curve.length]!;
  const to = curve[(at + DIRECTION) % curve.length]!;
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  return { x: (to.y - from.y) / length, y: (from.x - to.x) / length };
}
