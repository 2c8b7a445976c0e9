import type { Rectangle } from '@proteus/raster/crop.ts';
import type { Mask, Plane, Size } from '@proteus/raster/types.ts';
import type { GarmentAnalysis } from '../../../garment-analysis.ts';
import type { BackgroundModel } from '../backdrop/background-model.ts';
import type { FittedPicture } from '../fit-picture.ts';
import { estimateAlpha } from '../matte/alpha-matte.ts';
import { bleedColour } from '../matte/colour-bleed.ts';
import type { FoundGarment } from './find-garment.ts';

/** Sheer cloth less opaque than this is coloured by what shows through. */
const TRUSTED_OPACITY = 0.9;

/** The garment free of its backdrop. */
export type CutOut = Pick<GarmentAnalysis, 'alpha' | 'sheer' | 'colour'>;

/**
 * Lifts the garment off its backdrop.
 *
 * @param box the garment's bounding box.
 */
export function cutOut(fitted: FittedPicture, found: FoundGarment, box: Rectangle): CutOut {
  const { picture, matte } = fitted;
  const { mask, background } = found;
  const sheer = background && found.sheer ? wholePicture(found.sheer, mask, background) : null;
  const colour = bleedColour(picture, mask, box, sheer ? withoutHoles(mask, sheer) : mask);
  const alpha = matte ?? estimateAlpha(picture, colour, mask, background!);
  return { alpha, sheer, colour };
}

function wholePicture(part: Plane, { width, height }: Size, { window }: BackgroundModel): Plane {
  const data = new Float32Array(width * height).fill(1);
  for (let y = 0; y < window.height; y++) {
    const row = part.data.subarray(y * window.width, (y + 1) * window.width);
    data.set(row, (window.y + y) * width + window.x);
  }
  return { width, height, data };
}

function withoutHoles(mask: Mask, sheer: Plane): Mask {
  const data = new Uint8Array(mask.data);
  for (let i = 0; i < data.length; i++) if (sheer.data[i]! < TRUSTED_OPACITY) data[i] = 0;
  return { width: mask.width, height: mask.height, data };
}
