import { closeMask } from '@proteus/raster/close.ts';
import { cropPlane, type Rectangle } from '@proteus/raster/crop.ts';
import { distanceTransform } from '@proteus/raster/distance-transform.ts';
import { gaussianBlur } from '@proteus/raster/gaussian-blur.ts';
import type { Plane } from '@proteus/raster/types.ts';
import type { PersonAnalysis } from '../../../person-analysis.ts';
import { mix, smoothStep } from '../../../stages/warp/scalar.ts';
import type { WarpedPart } from '../../../stages/warp/warped-garment.ts';
import { planeAbove } from '../part-mask.ts';

/** Cloth is mirrored from where it is this opaque. */
export const OPAQUE = 0.95;
/** The edge is smoothed by this share of the reach before cloth is mirrored at it. */
const EDGE_SMOOTHING = 0.12;

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
      let source = -1;
      if (away === 0) source = nearestOpaque(near, x, y, Math.ceil(smoothing));
      else if (length >= 1e-3 && (sideways === undefined || isSideways(sideways, dx, dy))) {
        source = findSource(near, x, y, dx / length, dy / length, field[here]!, reach);
      }
      if (source < 0) continue;
      const trust = smoothStep(OPAQUE, 1, own);
      const from = (top + Math.floor(source / width)) * alpha.width + left + (source % width);
      for (let channel = 0; channel < 3; channel++) {
        const at = pixel * 3 + channel;
        const continued = colour.data[from * 3 + channel]!;
        colour.data[at] = continued + (colour.data[at]! - continued) * trust;
      }
      if (sheer !== undefined)
        sheer.data[pixel] = mix(sheer.data[from]!, sheer.data[pixel]!, trust);
      alpha.data[pixel] = wanted[pixel]!;
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

/** The opaque pixel that a place beyond the edge mirrors, or the next one further in; -1 = none. */
function findSource(
  { width, height, data }: Plane,
  x: number,
  y: number,
  outwardX: number,
  outwardY: number,
  away: number,
  reach: number,
): number {
  for (let inward = 2 * away; inward <= 2 * away + reach; inward += 2) {
    const column = Math.round(x - outwardX * inward);
    const row = Math.round(y - outwardY * inward);
    if (column < 0 || row < 0 || column >= width || row >= height) return -1;
    const source = row * width + column;
    if (data[source]! > OPAQUE) return source;
  }
  return -1;
}

/** The opaque pixel nearest to a hole within the cloth, in growing squares; -1 = none. */
function nearestOpaque(
  { width, height, data }: Plane,
  x: number,
  y: number,
  furthest: number,
): number {
  for (let ring = 1; ring <= furthest; ring++) {
    for (let row = Math.max(0, y - ring); row <= Math.min(height - 1, y + ring); row++) {
      const step = Math.abs(row - y) === ring ? 1 : 2 * ring;
      for (let column = x - ring; column <= x + ring; column += step) {
        if (column < 0 || column >= width) continue;
        if (data[row * width + column]! > OPAQUE) return row * width + column;
      }
    }
  }
  return -1;
}

function isSideways({ frame }: PersonAnalysis, dx: number, dy: number): boolean {
  const across = dx * frame.right.x + dy * frame.right.y;
  const along = dx * frame.down.x + dy * frame.down.y;
  return Math.abs(across) >= Math.abs(along);
}
