import { distanceTransform } from '@proteus/raster/distance-transform.ts';
import type { Plane } from '@proteus/raster/types.ts';
import type { PersonAnalysis } from '../../../person-analysis.ts';
import { belowShoulders } from '../../../stages/warp/body/frame-coordinates.ts';
import { clamp } from '../../../stages/warp/scalar.ts';
import type { WarpedGarment } from '../../../stages/warp/warped-garment.ts';

/** Cloth this far outside the person, in shoulder widths, is still whole ... */
const KEPT = 0.035;
/** ... and this far outside it is gone. */
const GONE = 0.065;
/** Heights, in torso lengths below the joints, between which cloth comes to stand off the body. */
type Loosening = readonly [close: number, loose: number];
/** The torso lies close around chest and shoulders, a sleeve around the shoulder's rounding only. */
const TORSO: Loosening = [0.5, 0.8];
const SLEEVE: Loosening = [0.04, 0.16];

/**
 * Takes off what stands out beyond the person's own outline at the shoulders and the chest:
 * there a warp that is a little too wide shows at once. Changes the garment's alpha in place.
 */
export function trimOvershoot(garment: WarpedGarment, person: PersonAnalysis): void {
  const { background } = person.regions;
  const { width, height } = background;
  const inside = new Uint8Array(width * height);
  for (let i = 0; i < inside.length; i++) inside[i] = background.data[i]! < 0.5 ? 255 : 0;
  const distances = distanceTransform({ width, height, data: inside });
  trimPlane(garment.torso.alpha, distances, person, TORSO);
  const { left, right } = garment.sleeves;
  for (const sleeve of [left, right]) {
    if (sleeve !== null) trimPlane(sleeve.alpha, distances, person, SLEEVE);
  }
}

function trimPlane(
  { width, height, data }: Plane,
  distances: Float32Array,
  person: PersonAnalysis,
  [closeUntil, looseFrom]: Loosening,
) {
  const { frame } = person;
  const kept = KEPT * frame.shoulderWidth;
  const range = (GONE - KEPT) * frame.shoulderWidth;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const pixel = y * width + x;
      if (data[pixel] === 0 || distances[pixel]! <= kept * kept) continue;
      const beyond = clamp((Math.sqrt(distances[pixel]!) - kept) / range, 0, 1);
      const below = belowShoulders(frame, x, y) / frame.torsoLength;
      const close = 1 - clamp((below - closeUntil) / (looseFrom - closeUntil), 0, 1);
      data[pixel] = data[pixel]! * (1 - beyond * close);
    }
  }
}
