import type { Point } from '@proteus/raster/types.ts';
import type { Outline } from '../outline/outline.ts';
import type { SideSign } from '../outline/side-profile.ts';

/** Both ends of a leg's hem, or of half a skirt's. */
export interface LegHem {
  readonly hem: Point;
  readonly innerHem: Point;
}

/** Hems lie in this lowest part of a leg. */
const LOWEST = 0.3;

/** The lower corners of a leg: the points of its lower end farthest down and out, and down and in. */
export function findLegHem(
  outline: Outline,
  sign: SideSign,
  crotch: Point,
  inner: Float32Array,
): LegHem {
  const { mask, x: left, width, y: top, height } = outline;
  const bottom = top + height - 1;
  const from = Math.round(bottom - LOWEST * (bottom - crotch.y));
  let farthestOut = Number.NEGATIVE_INFINITY;
  let farthestIn = Number.NEGATIVE_INFINITY;
  let hem = { x: crotch.x, y: bottom };
  let innerHem = hem;
  let limit = crotch.x;
  for (let y = from; y <= bottom; y++) {
    if (!Number.isNaN(inner[y]!)) limit = inner[y]!;
    for (let x = left; x < left + width; x++) {
      if (!mask.data[y * mask.width + x] || sign * (x - limit) < 0) continue;
      const out = sign * (x - crotch.x);
      if (out + y >= farthestOut) {
        farthestOut = out + y;
        hem = { x, y };
      }
      if (y - out >= farthestIn) {
        farthestIn = y - out;
        innerHem = { x, y };
      }
    }
  }
  return { hem, innerHem };
}

/** A skirt's lower outer corner and the middle of its hem. */
export function findSkirtHem(outline: Outline, sign: SideSign): LegHem {
  const { bottomOf, middle, x: left, width, y: top, height } = outline;
  const column = Math.round(middle);
  const innerHem = { x: column, y: bottomOf[column]! >= 0 ? bottomOf[column]! : top + height - 1 };
  let best = Number.NEGATIVE_INFINITY;
  let hem = innerHem;
  for (let x = left; x < left + width; x++) {
    const out = sign * (x - middle);
    const y = bottomOf[x]!;
    if (out < 0 || y < 0 || out + y < best) continue;
    best = out + y;
    hem = { x, y };
  }
  return { hem, innerHem };
}
