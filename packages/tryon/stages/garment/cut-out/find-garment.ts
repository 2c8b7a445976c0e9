import { thresholdPlane } from '@proteus/raster/threshold.ts';
import type { LabImage, Mask, Plane } from '@proteus/raster/types.ts';
import { type BackgroundModel, modelBackground } from '../backdrop/background-model.ts';
import type { FittedPicture } from '../fit-picture.ts';
import { openRealHoles } from '../matte/real-holes.ts';
import { measureSheerOpacity } from '../matte/sheer-opacity.ts';
import { findSilhouette } from '../outline/silhouette.ts';

/** Where the garment is in its photo. */
export interface FoundGarment {
  readonly mask: Mask;
  /** Null for a cut-out, which has none. */
  readonly background: BackgroundModel | null;
  /** Share of the foreground that is one piece, 0 to 1. */
  readonly unity: number;
  /** Opacity of sheer cloth in the background's window; null where all is solid. */
  readonly sheer: Plane | null;
}

/** Tells the garment from its backdrop, by its own alpha where the file has one. */
export function findGarment(fitted: FittedPicture, lab: LabImage): FoundGarment {
  if (fitted.matte !== null) {
    return { mask: thresholdPlane(fitted.matte, 0.5), background: null, unity: 1, sheer: null };
  }
  const background = modelBackground(lab, fitted.frame);
  const { window } = background;
  const { mask, clear, strongest, unity } = findSilhouette(background);
  openRealHoles(mask, clear, background);
  const sheer = measureSheerOpacity(mask, background, strongest);
  const data = new Uint8Array(lab.width * lab.height);
  for (let row = 0; row < window.height; row++) {
    data.set(
      mask.data.subarray(row * window.width, (row + 1) * window.width),
      (window.y + row) * lab.width + window.x,
    );
  }
  return { mask: { width: lab.width, height: lab.height, data }, background, unity, sheer };
}
