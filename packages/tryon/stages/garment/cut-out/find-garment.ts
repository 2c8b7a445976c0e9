import { thresholdPlane } from '@proteus/raster/threshold.ts';
import type { LabImage, Mask, Plane, Size } from '@proteus/raster/types.ts';
import { type BackgroundModel, modelBackground } from '../backdrop/background-model.ts';
import type { FittedPicture } from '../fit-picture.ts';
import { fillBites } from '../matte/fill-bites.ts';
import { openClefts } from '../matte/open-clefts.ts';
import { openRealHoles } from '../matte/real-holes.ts';
import { redrawEdges } from '../matte/redraw-edges.ts';
import { findShadedHoles } from '../matte/shaded-holes.ts';
import { measureSheerOpacity } from '../matte/sheer-opacity.ts';
import { findSilhouette } from '../outline/silhouette.ts';

/** Where the garment is in its photo. */
export interface FoundGarment {
  readonly mask: Mask;
  /**
   * The same as it was found, before edges were drawn anew and bites of a print filled:
   * landmarks are read off this, since collar points are looked for at its corners.
   */
  readonly outline: Mask;
  /** Null for a cut-out, which has none. */
  readonly background: BackgroundModel | null;
  /** Share of the foreground that is one piece, 0 to 1. */
  readonly unity: number;
  /** Opacity of sheer cloth in the background's window; null where all is solid. */
  readonly sheer: Plane | null;
}

/**
 * Tells the garment from its backdrop, by its own alpha where the file has one.
 *
 * @param checkpoint called between steps; may throw to stop the work.
 */
export function findGarment(
  fitted: FittedPicture,
  lab: LabImage,
  checkpoint: () => void,
): FoundGarment {
  if (fitted.matte !== null) {
    const mask = thresholdPlane(fitted.matte, 0.5);
    return { mask, outline: mask, background: null, unity: 1, sheer: null };
  }
  const background = modelBackground(lab, fitted.frame);
  const { mask: outline, clear, strongest, unity } = findSilhouette(background, checkpoint);
  checkpoint();
  openRealHoles(outline, clear, background);
  openClefts(outline, background);
  const shaded = findShadedHoles(outline, background);
  if (shaded !== null) openHoles(outline, shaded);
  const mask = { ...outline, data: outline.data.slice() };
  redrawEdges(mask, background);
  fillBites(mask, clear, background.difference.data);
  // A bite in the garment's own shade is none of a print.
  if (shaded !== null) openHoles(mask, shaded);
  const sheer = measureSheerOpacity(mask, background, strongest);
  return {
    mask: wholePicture(mask, lab, background),
    outline: wholePicture(outline, lab, background),
    background,
    unity,
    sheer,
  };
}

/** Takes the holes out of a mask. Changes it in place. */
function openHoles(mask: Mask, holes: Mask): void {
  for (let pixel = 0; pixel < mask.data.length; pixel++) {
    if (holes.data[pixel] !== 0) mask.data[pixel] = 0;
  }
}

function wholePicture(part: Mask, { width, height }: Size, { window }: BackgroundModel): Mask {
  const data = new Uint8Array(width * height);
  for (let row = 0; row < window.height; row++) {
    data.set(
      part.data.subarray(row * window.width, (row + 1) * window.width),
      (window.y + row) * width + window.x,
    );
  }
  return { width, height, data };
}
