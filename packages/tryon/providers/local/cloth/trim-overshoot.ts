import { distanceTransform } from '@proteus/raster/distance-transform.ts';
import type { Plane } from '@proteus/raster/types.ts';
import type { PersonAnalysis } from '../../../person-analysis.ts';
import { belowShoulders } from '../../../stages/warp/body/frame-coordinates.ts';
import { clamp, mix } from '../../../stages/warp/scalar.ts';
import type { WarpedGarment } from '../../../stages/warp/warped-garment.ts';
import { roundCollarTips } from './round-collar-tips.ts';

/** Cloth reaches this far outside the person, in shoulder widths, where it lies close ... */
const CLOSE = 0.05;
/** ... and this far where it is about to hang free. */
const LOOSE = 0.22;
/** Heights, in torso lengths below the joints, between which cloth comes to stand off the body. */
type Loosening = readonly [close: number, loose: number];
/** The torso lies close around chest and shoulders, a sleeve around the shoulder's rounding only. */
const TORSO: Loosening = [0.5, 0.8];
const SLEEVE: Loosening = [0, 0.22];

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
  roundCollarTips(garment, person);
}

function trimPlane(
  { width, height, data }: Plane,
  distances: Float32Array,
  person: PersonAnalysis,
  [closeUntil, looseFrom]: Loosening,
) {
  const { frame } = person;
  const least = (CLOSE * frame.shoulderWidth) ** 2;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const pixel = y * width + x;
      if (data[pixel] === 0 || distances[pixel]! <= least) continue;
      const below = belowShoulders(frame, x, y) / frame.torsoLength;
      if (below >= looseFrom) continue;
      const loose = clamp((below - closeUntil) / (looseFrom - closeUntil), 0, 1);
      const reach = mix(CLOSE, LOOSE, loose) * frame.shoulderWidth;
      // A pixel on the edge is covered in part.
      data[pixel]! *= clamp(reach + 0.5 - Math.sqrt(distances[pixel]!), 0, 1);
    }
  }
}
