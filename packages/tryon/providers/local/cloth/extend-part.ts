import { closeMask } from '@proteus/raster/close.ts';
import { cropPlane, type Rectangle } from '@proteus/raster/crop.ts';
import { distanceTransform } from '@proteus/raster/distance-transform.ts';
import { gaussianBlur } from '@proteus/raster/gaussian-blur.ts';
import type { Plane, Point } from '@proteus/raster/types.ts';
import type { PersonAnalysis } from '../../../person-analysis.ts';
import { mix, smoothStep } from '../../../stages/warp/scalar.ts';
import type { WarpedPart } from '../../../stages/warp/warped-garment.ts';
import { planeAbove } from '../part-mask.ts';
import { evenRim } from './even-rim.ts';
import { OPAQUE } from './opaque.ts';
import { readColour } from './read-colour.ts';

/**
 * From here to there cloth has its own colour, which at its outline is bled out of the inside: one that is
 * mirrored about a slanting edge would break a stripe in two.
 */
const OWN_COLOUR = [0.2, 0.6] as const;
/** The edge is smoothed by this share of the reach before cloth is mirrored at it. */
const EDGE_SMOOTHING = 0.12;
/** Where cloth ends at its reach its edge is so soft, pixels. */
const END_EDGE = 2;

/**
 * Continues one part over its edge: what lies beyond is the mirror image of what lies inside, about
 * a smoothed edge. Changes the part in place.
 *
 * @param wanted 0 to 1: how far each pixel should be covered.
 * @param reach in pixels: nothing is covered that lies further out.
 * @param sideways given where the part may grow across the body only, never over its own hem.
 */
export function extendPart(
  part: WarpedPart,
  wanted: Float32Array,
  reach: number,
  sideways?: PersonAnalysis,
): void {
  const { alpha, colour, sheer } = part;
  const missing = missingBox(alpha, wanted, reach);
  if (missing === null) return;
  const { x: left, y: top, width, height } = missing;
  const near = cropPlane(alpha, missing);
  const smoothing = Math.max(1.5, reach * EDGE_SMOOTHING);
  const opaque = closeMask(planeAbove(near, OPAQUE), Math.round(smoothing));
  const distance = distanceTransform(opaque);
  for (let i = 0; i < distance.length; i++) {
    distance[i] = Math.min(4 * reach, Math.sqrt(distance[i]!));
  }
  const continued = new Float32Array(3);
  const field = gaussianBlur({ width, height, data: distance }, smoothing).data;
  if (sideways !== undefined) evenRim(part, wanted, { box: missing, near, field }, sideways);
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
      let source: Point | null = null;
      if (away === 0) source = nearestOpaque(near, x, y, Math.ceil(smoothing));
      else if (length >= 1e-3 && (sideways === undefined || isSideways(sideways, dx, dy))) {
        source = findSource(near, x, y, dx / length, dy / length, field[here]!, reach);
      }
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

/** The box of all pixels that are wanted but not covered, with room to mirror in; null = none. */
function missingBox(alpha: Plane, wanted: Float32Array, reach: number): Rectangle | null {
  const { width, height, data } = alpha;
  let left = width;
  let right = -1;
  let top = height;
  let bottom = -1;
  for (let y = 0, pixel = 0; y < height; y++) {
    for (let x = 0; x < width; x++, pixel++) {
      if (wanted[pixel]! <= data[pixel]!) continue;
      if (x < left) left = x;
      if (x > right) right = x;
      if (y < top) top = y;
      bottom = y;
    }
  }
  if (right < 0) return null;
  const room = Math.ceil(2.5 * reach);
  const x = Math.max(0, left - room);
  const y = Math.max(0, top - room);
  return {
    x,
    y,
    width: Math.min(width, right + room + 1) - x,
    height: Math.min(height, bottom + room + 1) - y,
  };
}

/** The opaque place that one beyond the edge mirrors, or the next one further in; null = none. */
function findSource(
  { width, height, data }: Plane,
  x: number,
  y: number,
  outwardX: number,
  outwardY: number,
  away: number,
  reach: number,
): Point | null {
  for (let inward = 2 * away; inward <= 2 * away + reach; inward += 2) {
    const source = { x: x - outwardX * inward, y: y - outwardY * inward };
    if (source.x < 0 || source.y < 0 || source.x > width - 1 || source.y > height - 1) return null;
    if (data[Math.round(source.y) * width + Math.round(source.x)]! > OPAQUE) return source;
  }
  return null;
}

/** The opaque pixel nearest to a hole within the cloth, in growing squares; null = none. */
function nearestOpaque(
  { width, height, data }: Plane,
  x: number,
  y: number,
  furthest: number,
): Point | null {
  for (let ring = 1; ring <= furthest; ring++) {
    for (let row = Math.max(0, y - ring); row <= Math.min(height - 1, y + ring); row++) {
      const step = Math.abs(row - y) === ring ? 1 : 2 * ring;
      for (let column = x - ring; column <= x + ring; column += step) {
        if (column < 0 || column >= width) continue;
        if (data[row * width + column]! > OPAQUE) return { x: column, y: row };
      }
    }
  }
  return null;
}

function isSideways({ frame }: PersonAnalysis, dx: number, dy: number): boolean {
  const across = dx * frame.right.x + dy * frame.right.y;
  const along = dx * frame.down.x + dy * frame.down.y;
  return Math.abs(across) >= Math.abs(along);
}
