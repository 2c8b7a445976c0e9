import type { Mask, Plane } from '@proteus/raster/types.ts';
import type { PersonAnalysis } from '../../../person-analysis.ts';
import { isBareTrunk } from '../skin/skin-known.ts';
import { drawnBy, type Passage } from './passage.ts';

/** Along a neckline lie the old cloth's shadow and the light it threw: the passage is long, so that no seam shows. */
const BESIDE_CLOTH: Passage = [0.02, 0.065];

/**
 * How far the own skin of neck and trunk beside old cloth is drawn anew; never hair before it. Changes `removed` in place.
 *
 * @param removed 0 to 1: how far the old cloth is taken away.
 * @param trunk 255 where neck and trunk would be bare; beyond, an outline is no skin to pass into.
 * @param toCloth squared distance of each pixel from the old cloth, in pixels.
 */
export function passIntoTrunk(
  removed: Plane,
  { parts, regions, frame }: PersonAnalysis,
  trunk: Mask,
  toCloth: Float32Array,
): void {
  const unit = frame.shoulderWidth;
  const furthest = (BESIDE_CLOTH[1] * unit) ** 2;
  for (let pixel = 0; pixel < removed.data.length; pixel++) {
    if (toCloth[pixel] === 0 || toCloth[pixel]! > furthest) continue;
    if (trunk.data[pixel] === 0 || !isBareTrunk(parts.data[pixel]!)) continue;
    const away = Math.sqrt(toCloth[pixel]!) / unit;
    removed.data[pixel] = drawnBy(BESIDE_CLOTH, away) * (1 - regions.hair.data[pixel]!);
  }
}
