import type { Point } from '@proteus/raster/types.ts';
import { clamp } from '../../warp/scalar.ts';
import type { NecklineCurve } from './neckline-shape.ts';

/** Rays lie this far apart on the edge of an opening, pixels. */
const APART = 2;

/** Half an ellipse over a neck opening: rays from its upper middle, from the right side down and up to the left. */
export interface OpeningRays {
  readonly centre: Point;
  /** Half axes in pixels. */
  readonly across: number;
  readonly down: number;
  readonly count: number;
}

export function openingRays({ left, right, depth }: NecklineCurve): OpeningRays {
  const across = (right.x - left.x) / 2;
  return {
    centre: { x: (left.x + right.x) / 2, y: Math.min(left.y, right.y) },
    across,
    down: depth,
    count: Math.round((Math.PI * Math.max(across, depth)) / APART),
  };
}

/** Length in pixels of the ellipse's unit vector at an angle. */
function pixelsAt({ across, down }: OpeningRays, angle: number): number {
  return Math.hypot(across * Math.cos(angle), down * Math.sin(angle));
}

/** Unit vector along a ray, in pixels. */
export function directionOf(rays: OpeningRays, ray: number): Point {
  const angle = (Math.PI * (ray + 0.5)) / rays.count;
  const scale = pixelsAt(rays, angle);
  return {
    x: (rays.across * Math.cos(angle)) / scale,
    y: (rays.down * Math.sin(angle)) / scale,
  };
}

/** Where a picture point lies between rays, and how far out, in pixels. Above the middle everything goes straight up. */
export function placeOnRays(
  rays: OpeningRays,
  x: number,
  y: number,
): { readonly place: number; readonly distance: number } {
  const u = (x - rays.centre.x) / rays.across;
  const v = Math.max(0, y - rays.centre.y) / rays.down;
  const angle = Math.atan2(v, u);
  return {
    place: clamp((angle / Math.PI) * rays.count - 0.5, 0, rays.count - 1),
    distance: Math.hypot(u, v) * pixelsAt(rays, angle),
  };
}
