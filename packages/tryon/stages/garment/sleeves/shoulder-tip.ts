import type { Point } from '@proteus/raster/types.ts';
import type { Outline } from '../outline/outline.ts';
import type { SideProfile, SideSign } from '../outline/side-profile.ts';

/** How far a shoulder seam lies inside the armpit, in parts of the way to the collar. */
const SEAM_INSET = 0.12;
/** Shoulders end in this upper part of the way down to the armpit or the cuff. */
const SHOULDER_SHARE = 0.4;

/** Shoulder tip of a sleeved side: on the top outline, a little inside the armpit. */
export function findSleevedTip(
  outline: Outline,
  sign: SideSign,
  collar: Point,
  armpit: Point,
): Point {
  const x = Math.round(armpit.x + SEAM_INSET * (collar.x - armpit.x));
  const inward = sign * (x - collar.x) < 0 ? Math.round(collar.x) : x;
  return { x: inward, y: outline.topOf[inward] ?? collar.y };
}

/**
 * Shoulder tip where the outline shows it as a corner: the point between the collar and a place
 * farther down (the armpit of a sleeveless side, the cuff of a hanging sleeve) that lies farthest
 * outward of the straight line between them.
 */
export function findCornerTip(
  side: SideProfile,
  middle: number,
  collar: Point,
  below: Point,
): Point {
  const dx = below.x - collar.x;
  const dy = below.y - collar.y;
  let farthest = 0;
  let tip = collar;
  const lowest = collar.y + SHOULDER_SHARE * dy;
  for (let y = Math.ceil(collar.y); y < lowest; y++) {
    const out = side.outer[y]!;
    if (Number.isNaN(out)) continue;
    const x = middle + side.sign * out;
    const distance = side.sign * ((x - collar.x) * dy - (y - collar.y) * dx);
    if (distance > farthest) {
      farthest = distance;
      tip = { x, y };
    }
  }
  return tip;
}
