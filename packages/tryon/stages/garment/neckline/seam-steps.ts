import type { LabImage, Mask } from '@proteus/raster/types.ts';
import { neckRegion, pixelOf } from './neckline-step.ts';
import { directionOf, type OpeningRays } from './opening-rays.ts';

/** Colours are compared this far on either side of a place, pixels. */
const ASIDE = 2;
/** Inside and front are looked at from here on, from the edge as found, in parts of the reach. */
const NEAR = 0.35;
/** Mean difference between them, ΔE, below which there is no edge to be found. */
const LEAST_STEP = 5;
/** A colour step beyond this, ΔE, counts by its logarithm: zips and labels outshine the edge. */
const CLEAR_STEP = 12;

function compressed(step: number): number {
  if (step <= CLEAR_STEP) return Math.max(-CLEAR_STEP, step);
  return CLEAR_STEP * (1 + Math.log(step / CLEAR_STEP));
}

/**
 * How clearly the colour steps from the inside's to the front's at every place near the edge, ΔE, ray
 * by ray from inside outwards: `2 * reach + 1` places a ray.
 *
 * @param found how far out the edge was found on each ray, pixels.
 * @param reach how far on either side of it is looked, pixels.
 * @returns null where inside and front hardly differ.
 */
export function seamSteps(
  rays: OpeningRays,
  found: Float32Array,
  reach: number,
  lab: LabImage,
  mask: Mask,
): Float32Array | null {
  const { x: middle, y: top } = rays.centre;
  const longest = Math.max(...found) + 2 * reach;
  const region = neckRegion(
    lab,
    { x: middle - longest, y: top },
    { x: middle + longest, y: top },
    longest,
  );
  // Colours along each ray from `reads` before the edge to as far behind it.
  const reads = reach + ASIDE;
  const length = 2 * reads + 1;
  const along = new Float32Array(rays.count * length * 3).fill(Number.NaN);
  const inside = [0, 0, 0, 0];
  const front = [0, 0, 0, 0];
  for (let ray = 0; ray < rays.count; ray++) {
    const direction = directionOf(rays, ray);
    for (let t = -reads; t <= reads; t++) {
      const x = Math.round(rays.centre.x + (found[ray]! + t) * direction.x);
      const y = Math.round(rays.centre.y + (found[ray]! + t) * direction.y);
      const pixel = pixelOf(region, x, y);
      if (found[ray]! + t < 0 || pixel < 0 || !mask.data[y * mask.width + x]) continue;
      const sums = t < -NEAR * reach ? inside : t > NEAR * reach ? front : null;
      for (let channel = 0; channel < 3; channel++) {
        const value = region.channels[channel]![pixel]!;
        along[(ray * length + t + reads) * 3 + channel] = value;
        if (sums !== null && Math.abs(t) <= reach) sums[channel]! += value;
      }
      if (sums !== null && Math.abs(t) <= reach) sums[3]!++;
    }
  }
  if (inside[3] === 0 || front[3] === 0) return null;
  const step = [0, 1, 2].map((k) => front[k]! / front[3]! - inside[k]! / inside[3]!);
  const size = Math.hypot(...step);
  if (size < LEAST_STEP) return null;
  const steps = new Float32Array(rays.count * (2 * reach + 1));
  for (let ray = 0; ray < rays.count; ray++) {
    for (let t = -reach; t <= reach; t++) {
      const at = (ray * length + t + reads) * 3;
      let projected = 0;
      for (let k = 0; k < 3; k++) {
        projected += (along[at + 3 * ASIDE + k]! - along[at - 3 * ASIDE + k]!) * (step[k]! / size);
      }
      if (Number.isNaN(projected)) projected = 0;
      steps[ray * (2 * reach + 1) + t + reach] = compressed(projected);
    }
  }
  return steps;
}
