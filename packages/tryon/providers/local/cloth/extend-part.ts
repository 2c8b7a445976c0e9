import { closeMask } from '@proteus/raster/close.ts';
import { cropPlane } from '@proteus/raster/crop.ts';
import { distanceTransform } from '@proteus/raster/distance-transform.ts';
import { gaussianBlur } from '@proteus/raster/gaussian-blur.ts';
import { mix, smoothStep } from '../../../stages/warp/scalar.ts';
import type { WarpedPart } from '../../../stages/warp/warped-garment.ts';
import { planeAbove } from '../part-mask.ts';
import { edgeSmoothing, findSource, missingBox, nearestOpaque } from './mirror-cloth.ts';
import { OPAQUE } from './opaque.ts';
import { readColour } from './read-colour.ts';

/**
 * From here to there cloth has its own colour, which at its outline is bled out of the inside: one that is
 * mirrored about a slanting edge would break a stripe in two.
 */
const OWN_COLOUR = [0.2, 0.6] as const;
/** Where cloth ends at its reach its edge is so soft, pixels. */
export const END_EDGE = 2;

/**
 * Continues one part over its edge: what lies beyond is the mirror image of what lies inside, about
 * a smoothed edge. Changes the part in place.
 *
 * @param wanted 0 to 1: how far each pixel should be covered.
 * @param reach in pixels: nothing is covered that lies further out.
 */
export function extendPart(part: WarpedPart, wanted: Float32Array, reach: number): void {
  const { alpha, colour, sheer } = part;
  const missing = missingBox(alpha, wanted, reach);
  if (missing === null) return;
  const { x: left, y: top, width, height } = missing;
  const near = cropPlane(alpha, missing);
  const smoothing = edgeSmoothing(reach);
  const opaque = closeMask(planeAbove(near, OPAQUE), Math.round(smoothing));
  const distance = distanceTransform(opaque);
  for (let i = 0; i < distance.length; i++) {
    distance[i] = Math.min(4 * reach, Math.sqrt(distance[i]!));
  }
  const continued = new Float32Array(3);
  const field = gaussianBlur({ width, height, data: distance }, smoothing).data;
  for (let y = 1; y < height - 1; y++) {
    for (let x = 1; x < width - 1; x++) {
      const here = y * width + x;
      const pixel = (top + y) * alpha.width + left + x;
      const own = near.data[here]!;
      const away = distance[here]!;
      if (wanted[pixel]! <= own || away > reach) continue;
      const dx = field[here + 1]! - field[here - 1]!;
      const dy = field[here + width]! - field[here - width]!;
      const length = Math.hypot(dx, dy);
      const mirrored =
        away === 0 || length < 1e-3
          ? null
          : findSource(near, x, y, dx / length, dy / length, field[here]!, reach);
      const source = mirrored ?? nearestOpaque(near, x, y, Math.ceil(away + smoothing));
      if (source === null) continue;
      const trust = smoothStep(OWN_COLOUR[0], OWN_COLOUR[1], own);
      readColour(colour, left + source.x, top + source.y, continued);
      for (let channel = 0; channel < 3; channel++) {
        const at = pixel * 3 + channel;
        colour.data[at] = Math.round(mix(continued[channel]!, colour.data[at]!, trust));
      }
      if (sheer !== undefined) {
        const from = (top + Math.round(source.y)) * alpha.width + left + Math.round(source.x);
        sheer.data[pixel] = mix(sheer.data[from]!, sheer.data[pixel]!, trust);
      }
      const end = Math.min(1, (reach - away) / END_EDGE);
      alpha.data[pixel] = Math.max(own, wanted[pixel]! * end);
    }
  }
}
