import { cropMask, cropRgb, type Rectangle } from '@proteus/raster/crop.ts';
import { dilate } from '@proteus/raster/dilate.ts';
import { distanceTransform } from '@proteus/raster/distance-transform.ts';
import { invertMask } from '@proteus/raster/invert-mask.ts';
import { pushPullFill } from '@proteus/raster/push-pull-fill.ts';
import { thresholdPlane } from '@proteus/raster/threshold.ts';
import type { RgbImage } from '@proteus/raster/types.ts';
import type { GarmentAnalysis } from '../../../garment-analysis.ts';

/** Values of each pixel in `CutOutLayers.data`: three colours each for cloth and backdrop. */
export const LAYER = { alpha: 0, sheer: 1, depth: 2, replaced: 3, cloth: 4, backdrop: 7 } as const;
export const LAYER_COUNT = 10;
/** Pixels around the garment that hold some of its colour and are no backdrop. */
const MIXED = 2.5;
/** Depth in pixels from which colours were replaced because they are not the cloth's own. */
const COVERED_DEPTH = 4.5;
/** Depths beyond this many pixels are alike. */
const DEEPEST = 8;
/** Pixels kept around the garment. */
const MARGIN = 4;
const FAINTEST = 0.02;

/** What a cut-out at another size is made of, interleaved, in a window of the working picture. */
export interface CutOutLayers {
  readonly window: Rectangle;
  readonly data: Float32Array;
}

/**
 * Gathers what is known at the working size: opacity, how deep inside a pixel lies, whether its
 * colour is the photo's own, the cloth's colour bled outwards and the backdrop's bled inwards.
 *
 * @param photo at the working size.
 * @returns null when the garment is nowhere to be seen.
 */
export function cutOutLayers(photo: RgbImage, garment: GarmentAnalysis): CutOutLayers | null {
  const window = windowOf(garment);
  if (window === null) return null;
  const { alpha, sheer, colour, picture } = garment;
  const mask = thresholdPlane(alpha, 0.5);
  const inside = distanceTransform(invertMask(mask));
  const backdrop = backdropOf(photo, garment, window);
  const { width, height } = window;
  const data = new Float32Array(width * height * LAYER_COUNT);
  for (let y = 0, to = 0, behind = 0; y < height; y++) {
    let i = (window.y + y) * alpha.width + window.x;
    for (let x = 0; x < width; x++, i++, to += LAYER_COUNT, behind += 3) {
      const depth = Math.sqrt(inside[i]!);
      data[to + LAYER.alpha] = alpha.data[i]!;
      data[to + LAYER.sheer] = sheer === null ? 1 : sheer.data[i]!;
      data[to + LAYER.depth] = Math.min(DEEPEST, depth);
      let replaced = false;
      let guessed = false;
      for (let k = 0; k < 3; k++) {
        data[to + LAYER.cloth + k] = colour.data[3 * i + k]!;
        data[to + LAYER.backdrop + k] = backdrop.data[behind + k]!;
        replaced ||= colour.data[3 * i + k] !== photo.data[3 * i + k];
        guessed ||= picture.data[3 * i + k] !== photo.data[3 * i + k];
      }
      // What lay before a worn garment is gone from its picture; see-through edges lie on white there.
      const covered = guessed && alpha.data[i] === 1;
      data[to + LAYER.replaced] = covered || (replaced && depth > COVERED_DEPTH) ? 1 : 0;
    }
  }
  return { window, data };
}

function windowOf({ alpha }: GarmentAnalysis): Rectangle | null {
  const { width, height, data } = alpha;
  let [left, right, top, bottom] = [width, -1, height, -1];
  for (let y = 0, i = 0; y < height; y++) {
    for (let x = 0; x < width; x++, i++) {
      if (data[i]! < FAINTEST) continue;
      left = Math.min(left, x);
      right = Math.max(right, x);
      top = Math.min(top, y);
      bottom = y;
    }
  }
  if (right < 0) return null;
  const x = Math.max(0, left - MARGIN);
  const y = Math.max(0, top - MARGIN);
  return {
    x,
    y,
    width: Math.min(width, right + MARGIN + 1) - x,
    height: Math.min(height, bottom + MARGIN + 1) - y,
  };
}

function backdropOf(photo: RgbImage, { alpha }: GarmentAnalysis, window: Rectangle): RgbImage {
  const garment = thresholdPlane(alpha, FAINTEST);
  const known = invertMask(dilate(garment, MIXED));
  return pushPullFill(cropRgb(photo, window), cropMask(known, window));
}
