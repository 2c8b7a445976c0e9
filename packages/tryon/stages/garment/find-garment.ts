import { dilate } from '@proteus/raster/dilate.ts';
import { thresholdPlane } from '@proteus/raster/threshold.ts';
import type { LabImage, Mask, Plane } from '@proteus/raster/types.ts';
import { type BackgroundModel, fitBackground, refineBackground } from './background-model.ts';
import type { FittedPicture } from './fit-picture.ts';
import { openRealHoles } from './real-holes.ts';
import { findRoughOutline, findSilhouette } from './silhouette.ts';

/** Where the garment is in its photo. */
export interface FoundGarment {
  readonly mask: Mask;
  /** Null for a cut-out, which has none. */
  readonly background: BackgroundModel | null;
  /** Share of the foreground that is one piece, 0 to 1. */
  readonly unity: number;
}

/** Tells the garment from its backdrop, by its own alpha where the file has one. */
export function findGarment(fitted: FittedPicture, lab: LabImage): FoundGarment {
  if (fitted.matte !== null) {
    return { mask: thresholdPlane(fitted.matte, 0.5), background: null, unity: 1 };
  }
  const rough = fitBackground(lab, fitted.frame);
  const background = refineBackground(lab, rough, clearOf(findRoughOutline(rough)));
  const silhouette = findSilhouette(lab, background);
  openRealHoles(silhouette.mask, background, silhouette.threshold);
  return { mask: silhouette.mask, background, unity: silhouette.unity };
}

/** 1 where a pixel keeps well clear of the garment and its shadow. */
function clearOf(mask: Mask): Plane {
  const { width, height } = mask;
  const grown = dilate(mask, Math.max(2, Math.round(0.012 * height)));
  const data = new Float32Array(width * height);
  for (let i = 0; i < data.length; i++) data[i] = grown.data[i] ? 0 : 1;
  return { width, height, data };
}
