import type { Stroke } from '@proteus/contracts/jobs/corrections.ts';
import { createMask } from '@proteus/raster/create-mask.ts';
import { distanceToSegment } from '@proteus/raster/distance-to-segment.ts';
import type { Mask, Plane, Size } from '@proteus/raster/types.ts';
import { BACKGROUND, HAIR, LOWER, SKIN, UPPER } from './region-priors.ts';

/** The region that each brush stands for. */
const REGION_OF: { readonly [Part in Stroke['part']]: number } = {
  background: BACKGROUND,
  hair: HAIR,
  skin: SKIN,
  'upper-clothes': UPPER,
  'lower-clothes': LOWER,
};
/** A brush finer than this, in pixels, would slip between their centres. */
const LEAST_RADIUS = 0.75;

/** Paints one straight piece of a stroke. */
function paintSegment(
  { width, height, data }: Mask,
  from: { readonly x: number; readonly y: number },
  to: { readonly x: number; readonly y: number },
  radius: number,
  value: number,
): void {
  const left = Math.max(0, Math.ceil(Math.min(from.x, to.x) - radius));
  const right = Math.min(width - 1, Math.floor(Math.max(from.x, to.x) + radius));
  const top = Math.max(0, Math.ceil(Math.min(from.y, to.y) - radius));
  const bottom = Math.min(height - 1, Math.floor(Math.max(from.y, to.y) + radius));
  for (let y = top; y <= bottom; y++) {
    for (let x = left; x <= right; x++) {
      if (distanceToSegment(x, y, from.x, from.y, to.x, to.y) <= radius) {
        data[y * width + x] = value;
      }
    }
  }
}

/**
 * Paints brush strokes over a picture of any size, later ones over earlier ones.
 *
 * @returns one more than the index into `REGIONS` of what the brush says, 0 where it said nothing;
 *   null when there are no strokes.
 */
export function paintStrokes(strokes: readonly Stroke[], size: Size): Mask | null {
  if (strokes.length === 0) return null;
  const painted = createMask(size.width, size.height);
  for (const { part, radius, points } of strokes) {
    const value = REGION_OF[part] + 1;
    const reach = Math.max(LEAST_RADIUS, radius * size.width);
    const places = points.map(({ x, y }) => ({
      x: x * size.width - 0.5,
      y: y * size.height - 0.5,
    }));
    for (let k = 0; k < places.length; k++) {
      paintSegment(painted, places[Math.max(0, k - 1)]!, places[k]!, reach, value);
    }
  }
  return painted;
}

/** The person mask as a brush corrects it: all of the person where it says so, none on background. */
export function correctPersonMask({ width, height, data }: Plane, painted: Mask): Plane {
  const corrected = data.slice();
  for (let i = 0; i < corrected.length; i++) {
    const value = painted.data[i]!;
    if (value > 0) corrected[i] = value - 1 === BACKGROUND ? 0 : 1;
  }
  return { width, height, data: corrected };
}

/** Sets soft memberships to exactly what the brush says, in place. */
export function correctRegions(planes: readonly Plane[], painted: Mask): void {
  for (let i = 0; i < painted.data.length; i++) {
    const value = painted.data[i]!;
    if (value === 0) continue;
    for (let region = 0; region < planes.length; region++) {
      planes[region]!.data[i] = region === value - 1 ? 1 : 0;
    }
  }
}

/** Sets labels to exactly what the brush says, in place. */
export function correctLabels(labels: Uint8Array, painted: Mask): void {
  for (let i = 0; i < labels.length; i++) {
    if (painted.data[i]! > 0) labels[i] = painted.data[i]! - 1;
  }
}
