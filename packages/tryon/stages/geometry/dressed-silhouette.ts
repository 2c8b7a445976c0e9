import type { GarmentCategory } from '@proteus/contracts/jobs/category.ts';
import { PART } from '@proteus/contracts/person-parts.ts';
import { createMask } from '@proteus/raster/create-mask.ts';
import type { Rectangle } from '@proteus/raster/crop.ts';
import { distanceTransform } from '@proteus/raster/distance-transform.ts';
import { thresholdPlane } from '@proteus/raster/threshold.ts';
import type { Mask, Plane } from '@proteus/raster/types.ts';
import type { PersonAnalysis } from '../../person-analysis.ts';
import type { BodyScale } from './body-scale.ts';

/** The new garment where it will lie. */
export interface PlacedGarment {
  readonly category: GarmentCategory;
  /** How far it covers each pixel of `window`, 0 to 1. */
  readonly cover: Plane;
  readonly window: Rectangle;
}

/** What the silhouette consists of, by pixel. */
export const LAYER = { background: 0, body: 1, cloth: 2 } as const;

/** Old cloth this near the body's solids stands for the body's own flesh, in shoulder widths. */
const BODY_REACH = 0.14;

/** The old clothes that a new garment takes the place of. */
const REPLACED: { readonly [Name in GarmentCategory]: readonly number[] } = {
  upper: [PART['upper-clothes']],
  lower: [PART['lower-clothes']],
  dress: [PART['upper-clothes'], PART['lower-clothes']],
};

/**
 * Where the person will be once dressed: the body and the kept clothes, without what stuck out of
 * the old clothes alone, and with the new garment.
 *
 * @param solids relief of trunk and limbs: under the old clothes the body is where they are.
 */
export function dressedSilhouette(
  person: PersonAnalysis,
  garment: PlacedGarment,
  body: BodyScale,
  solids: Plane,
): Mask {
  const { width, height } = solids;
  const { parts, pose } = person;
  const { cover, window } = garment;
  const replaced = REPLACED[garment.category];
  const toBody = distanceTransform(thresholdPlane(solids, 0));
  const near = (BODY_REACH * body.unit) ** 2;
  const layers = createMask(width, height);
  for (let y = 0, pixel = 0; y < height; y++) {
    const row = Math.min(parts.height - 1, Math.floor((y + 0.5) * body.scale));
    for (let x = 0; x < width; x++, pixel++) {
      const column = Math.min(parts.width - 1, Math.floor((x + 0.5) * body.scale));
      const at = row * parts.width + column;
      const part = parts.data[at]!;
      const insideX = column - window.x;
      const insideY = row - window.y;
      const isNear =
        insideX >= 0 && insideY >= 0 && insideX < window.width && insideY < window.height;
      if (isNear && cover.data[insideY * window.width + insideX]! > 0.5) {
        layers.data[pixel] = LAYER.cloth;
      } else if (replaced.includes(part)) {
        if (toBody[pixel]! <= near) layers.data[pixel] = LAYER.body;
      } else if (part === PART['upper-clothes'] || part === PART['lower-clothes']) {
        layers.data[pixel] = LAYER.cloth;
      } else if (part !== PART.background || pose.personMask.data[at]! > 0.6) {
        layers.data[pixel] = LAYER.body;
      }
    }
  }
  return layers;
}
