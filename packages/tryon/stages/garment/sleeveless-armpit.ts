import type { Point } from '@proteus/raster/types.ts';
import type { Outline } from './outline.ts';
import type { SideProfile } from './side-profile.ts';

/**
 * Armpit of a sleeveless side: the corner below the armhole, found as the point that lies farthest
 * outward of the straight line from the collar to the hem, in the part of the side where armholes
 * end.
 *
 * @param hem lower end of the side seam.
 */
export function findSleevelessArmpit(
  outline: Outline,
  side: SideProfile,
  collar: Point,
  hem: Point,
): Point {
  const { y: top, height, middle } = outline;
  const dx = hem.x - collar.x;
  const dy = hem.y - collar.y;
  const length = Math.hypot(dx, dy) || 1;
  let farthest = Number.NEGATIVE_INFINITY;
  let found = { x: middle, y: top + 0.35 * height };
  for (let y = Math.round(top + 0.14 * height); y < top + 0.6 * height; y++) {
    const out = side.outer[y]!;
    if (Number.isNaN(out)) continue;
    const x = middle + side.sign * out;
    const distance = (side.sign * ((x - collar.x) * dy - (y - collar.y) * dx)) / length;
    if (distance > farthest) {
      farthest = distance;
      found = { x, y };
    }
  }
  return found;
}
