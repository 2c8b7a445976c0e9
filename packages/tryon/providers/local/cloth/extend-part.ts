import { closeMask } from '@proteus/raster/close.ts';
import { cropPlane } from '@proteus/raster/crop.ts';
import { distanceTransform } from '@proteus/raster/distance-transform.ts';
import { gaussianBlur } from '@proteus/raster/gaussian-blur.ts';
import type { Mask, Point } from '@proteus/raster/types.ts';
import { clamp } from '../../../stages/warp/scalar.ts';
import type { WarpedPart } from '../../../stages/warp/warped-garment.ts';
import { planeAbove } from '../part-mask.ts';
import { findSource, missingBox, nearestOpaque } from './mirror-cloth.ts';
import { OPAQUE } from './opaque.ts';
import { readColour } from './read-colour.ts';

/**
 * From this opacity on a pixel is cloth, which has its own colour: mirrored about a slanting edge that would break a
 * stripe in two.
 */
const CLOTH = 0.5;
/** The edge is smoothed by this share of the reach before cloth is mirrored at it, by a pixel and a half at least. */
const EDGE_SMOOTHING = 0.12;
/** Cloth goes on where so many pixels beyond its edge it is wanted but missing. */
const BEYOND = 3;
/** So far inside of its edge, in parts of its reach, cloth may have holes that belong to that. */
const WITHIN = 1 / 6;
/** Where cloth ends at its reach its edge is so soft, pixels. */
const END_EDGE = 2;

/** Unit vectors across a body or a limb and down along it. */
export interface Axes {
  readonly right: Point;
  readonly down: Point;
}

/** Where a part may go on. */
export interface Course {
  /** The way that it runs at a pixel; null = it has no sides there. */
  readonly axesAt: (x: number, y: number) => Axes | null;
  /** It is mirrored so far inside of its sides, in parts of its reach. */
  readonly rim: number;
  /** Whether it goes on elsewhere than at its sides as well; a torso never does over its hem. */
  readonly isOpenEnded: boolean;
}

const ANYWHERE: Course = { axesAt: () => null, rim: 0, isOpenEnded: true };

/**
 * Continues one part over its edge with the mirror image of what lies inside. At its sides it is mirrored straight
 * across, for stripes run across a body and its limbs, however the side slants; elsewhere about its smoothed edge.
 * Changes the part in place.
 *
 * @param wanted 0 to 1: how far each pixel should be covered.
 * @param reach in pixels: nothing is covered that lies further out.
 */
export function extendPart(
  part: WarpedPart,
  wanted: Float32Array,
  reach: number,
  course: Course = ANYWHERE,
): void {
  const { alpha, colour, sheer } = part;
  const { axesAt, isOpenEnded } = course;
  const missing = missingBox(alpha, wanted, reach);
  if (missing === null) return;
  const { x: left, y: top, width, height } = missing;
  const near = cropPlane(alpha, missing);
  const smoothing = Math.max(1.5, reach * EDGE_SMOOTHING);
  const rim = course.rim * reach;
  const opaque = closeMask(planeAbove(near, OPAQUE), Math.round(smoothing));
  const away = signedDistance(opaque, 4 * reach);
  const field = gaussianBlur({ width, height, data: away }, smoothing).data;
  const isMissing = (x: number, y: number) => {
    const [column, row] = [clamp(Math.round(x), 0, width - 1), clamp(Math.round(y), 0, height - 1)];
    const asked = wanted[(top + row) * alpha.width + left + column]!;
    return asked - near.data[row * width + column]! > 1 - OPAQUE;
  };
  const continued = new Float32Array(3);
  for (let y = 1; y < height - 1; y++) {
    for (let x = 1; x < width - 1; x++) {
      const here = y * width + x;
      const outside = field[here]!;
      if (outside + WITHIN * reach <= 0 || away[here]! > reach) continue;
      const dx = field[here + 1]! - field[here - 1]!;
      const dy = field[here + width]! - field[here - width]!;
      const across = acrossOf(axesAt(left + x, top + y), dx, dy);
      if (across === null && !isOpenEnded) continue;
      const out = across ?? outOf(dx, dy);
      const pixel = (top + y) * alpha.width + left + x;
      const own = near.data[here]!;
      const end = Math.min(1, (reach - away[here]!) / END_EDGE);
      const opacity = Math.max(own, wanted[pixel]! * end);
      if (own > CLOTH) {
        const beyond = BEYOND - Math.min(0, outside);
        if (
          across === null ||
          rim === 0 ||
          !isMissing(x + across.x * beyond, y + across.y * beyond)
        ) {
          alpha.data[pixel] = opacity;
          continue;
        }
      } else if (opacity === own) continue;
      const inwards = outside + (across === null ? 0 : rim);
      const furthest = Math.ceil(Math.max(0, away[here]!) + smoothing);
      const source =
        (out && findSource(near, x, y, out.x, out.y, inwards, reach)) ??
        (isOpenEnded ? nearestOpaque(near, x, y, furthest) : null);
      if (source === null) continue;
      readColour(colour, left + source.x, top + source.y, continued);
      for (let channel = 0; channel < 3; channel++) {
        colour.data[pixel * 3 + channel] = Math.round(continued[channel]!);
      }
      if (sheer !== undefined) {
        const from = (top + Math.round(source.y)) * alpha.width + left + Math.round(source.x);
        sheer.data[pixel] = sheer.data[from]!;
      }
      alpha.data[pixel] = opacity;
    }
  }
}

/** The way straight across that leads out where a distance grows by these; null where it grows along more than across. */
function acrossOf(axes: Axes | null, dx: number, dy: number): Point | null {
  if (axes === null) return null;
  const { right, down } = axes;
  const across = dx * right.x + dy * right.y;
  if (across === 0 || Math.abs(across) < Math.abs(dx * down.x + dy * down.y)) return null;
  const sign = Math.sign(across);
  return { x: sign * right.x, y: sign * right.y };
}

/** The way in which a distance grows most; null where it hardly does. */
function outOf(dx: number, dy: number): Point | null {
  const length = Math.hypot(dx, dy);
  return length < 1e-3 ? null : { x: dx / length, y: dy / length };
}

/** Distance to a mask outside of it, and less than nothing inside: to what is not; up to `furthest`, in pixels. */
function signedDistance(mask: Mask, furthest: number): Float32Array {
  const outside = distanceTransform(mask);
  const rest = mask.data.map((value) => (value === 0 ? 255 : 0));
  const inside = distanceTransform({ ...mask, data: rest });
  for (let i = 0; i < outside.length; i++) {
    outside[i] =
      Math.min(furthest, Math.sqrt(outside[i]!)) - Math.min(furthest, Math.sqrt(inside[i]!));
  }
  return outside;
}
