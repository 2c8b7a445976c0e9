import { closeMask } from '@proteus/raster/close.ts';
import { cropPlane } from '@proteus/raster/crop.ts';
import { distanceTransform } from '@proteus/raster/distance-transform.ts';
import { gaussianBlur } from '@proteus/raster/gaussian-blur.ts';
import type { Mask } from '@proteus/raster/types.ts';
import type { PersonAnalysis } from '../../../person-analysis.ts';
import type { WarpedPart } from '../../../stages/warp/warped-garment.ts';
import { planeAbove } from '../part-mask.ts';
import { END_EDGE } from './extend-part.ts';
import { edgeSmoothing, findSource, missingBox } from './mirror-cloth.ts';
import { OPAQUE } from './opaque.ts';
import { readColour } from './read-colour.ts';

/**
 * A garment's outline is shaded, and under a sleeve's seam lie a line and scraps of that: cloth is mirrored so far
 * inside of its edge, in parts of its reach.
 */
const RIM = 1 / 6;
/** From this opacity on a pixel is cloth. */
const CLOTH = 0.5;
/** Cloth goes on where so many pixels beyond its edge it is wanted but missing. */
const BEYOND = 3;

/**
 * Continues one part over its sides, never over its own hem: what lies beyond is the mirror image, straight across the
 * body, of what lies inside; stripes run across the body, however its side slants. Changes the part in place.
 *
 * @param wanted 0 to 1: how far each pixel should be covered.
 * @param reach in pixels: nothing is covered that lies further out.
 */
export function extendAcross(
  part: WarpedPart,
  wanted: Float32Array,
  reach: number,
  { frame }: PersonAnalysis,
): void {
  const { alpha, colour, sheer } = part;
  const missing = missingBox(alpha, wanted, reach);
  if (missing === null) return;
  const { x: left, y: top, width, height } = missing;
  const near = cropPlane(alpha, missing);
  const smoothing = edgeSmoothing(reach);
  const rim = RIM * reach;
  const opaque = closeMask(planeAbove(near, OPAQUE), Math.round(smoothing));
  const away = signedDistance(opaque, 4 * reach);
  const field = gaussianBlur({ width, height, data: away }, smoothing).data;
  const continued = new Float32Array(3);
  for (let y = 1; y < height - 1; y++) {
    for (let x = 1; x < width - 1; x++) {
      const here = y * width + x;
      const inwards = field[here]! + rim;
      if (inwards <= 0 || away[here]! > reach) continue;
      const dx = field[here + 1]! - field[here - 1]!;
      const dy = field[here + width]! - field[here - width]!;
      const across = dx * frame.right.x + dy * frame.right.y;
      const along = dx * frame.down.x + dy * frame.down.y;
      if (Math.abs(across) < Math.max(1e-3, Math.abs(along))) continue;
      const outX = Math.sign(across) * frame.right.x;
      const outY = Math.sign(across) * frame.right.y;
      const pixel = (top + y) * alpha.width + left + x;
      const own = near.data[here]!;
      if (own > CLOTH) {
        const out = BEYOND - Math.min(0, field[here]!);
        const column = Math.min(width - 1, Math.max(0, Math.round(x + out * outX)));
        const row = Math.min(height - 1, Math.max(0, Math.round(y + out * outY)));
        const there = wanted[(top + row) * alpha.width + left + column]!;
        if (there - near.data[row * width + column]! <= 1 - OPAQUE) continue;
      } else if (wanted[pixel]! <= own) continue;
      const source = findSource(near, x, y, outX, outY, inwards, reach);
      if (source === null) continue;
      readColour(colour, left + source.x, top + source.y, continued);
      for (let channel = 0; channel < 3; channel++) {
        colour.data[pixel * 3 + channel] = Math.round(continued[channel]!);
      }
      if (sheer !== undefined) {
        const from = (top + Math.round(source.y)) * alpha.width + left + Math.round(source.x);
        sheer.data[pixel] = sheer.data[from]!;
      }
      const end = Math.min(1, (reach - away[here]!) / END_EDGE);
      alpha.data[pixel] = Math.max(own, wanted[pixel]! * end);
    }
  }
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
