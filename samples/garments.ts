import type { GarmentCategory } from '@proteus/contracts/jobs/category.ts';
import type { Mask, Point, RgbImage, Size } from '@proteus/raster/types.ts';
import { cutGarment } from './flat/cut-garment.ts';
import type { GarmentSideLandmarks, GarmentSpec } from './flat/garment-spec.ts';
import { layFlat } from './flat/lay-flat.ts';

/** A drawn flat garment and what is true of it. */
export interface SampleGarment {
  readonly picture: RgbImage;
  /** 255 where the garment is. */
  readonly mask: Mask;
  /** In pixels; `left` and `right` are the picture's. */
  readonly landmarks: { readonly left: GarmentSideLandmarks; readonly right: GarmentSideLandmarks };
  readonly category: GarmentCategory;
}

function placed(side: GarmentSideLandmarks, place: (point: Point) => Point): GarmentSideLandmarks {
  return {
    collar: place(side.collar),
    tip: place(side.tip),
    armpit: place(side.armpit),
    hem: place(side.hem),
    cuff: side.cuff === null ? null : [place(side.cuff[0]), place(side.cuff[1])],
  };
}

/** Draws a garment. The same specification and size give the same bytes. */
export function renderGarment(spec: GarmentSpec, size: Size): SampleGarment {
  const cut = cutGarment(spec);
  const metre = size.height / cut.view;
  const placeBy = (sign: number) => (point: Point) => ({
    x: point.x * sign * metre + size.width / 2,
    y: (point.y + cut.drop) * metre,
  });
  return {
    ...layFlat(cut, spec, size),
    category: cut.category,
    landmarks: { left: placed(cut.right, placeBy(-1)), right: placed(cut.right, placeBy(1)) },
  };
}

export { SAMPLE_GARMENTS } from './sample-garments.ts';
