import { connectedComponents } from '@proteus/raster/connected-components.ts';
import { createMask } from '@proteus/raster/create-mask.ts';
import { resizeRgb } from '@proteus/raster/resize-rgb.ts';
import { rgbToLab } from '@proteus/raster/rgb-to-lab.ts';
import type { RgbImage } from '@proteus/raster/types.ts';

/** Longer side of the thumbnail that is looked at. */
const THUMBNAIL = 128;
/** Hues of human skin, light to dark, as angles in the a*b* plane; and their chroma. */
const SKIN_HUE = { from: 25, to: 75 } as const;
const SKIN_CHROMA = { from: 10, to: 42 } as const;
const SKIN_LIGHTNESS = { from: 25, to: 92 } as const;
/** A face, or face and neck, takes at least this share of the picture. */
const LEAST_AREA = 0.0045;
/** It fills its bounding box like this, and is no longer and no wider than that. */
const LEAST_FILL = 0.4;
const TALLEST = 3;
const WIDEST = 2.5;
/** It lies in the upper half, no farther than this from the middle, in widths. */
const LOWEST = 0.5;
const FARTHEST = 0.35;

/**
 * A cheap look for somebody wearing the garment: whether a compact patch of skin's colour lies
 * where a face would. Pink and beige garments may pass; the pose network decides about those.
 */
export function showsFace(picture: RgbImage): boolean {
  const scale = Math.min(1, THUMBNAIL / Math.max(picture.width, picture.height));
  const width = Math.max(1, Math.round(picture.width * scale));
  const height = Math.max(1, Math.round(picture.height * scale));
  const { data } = rgbToLab(resizeRgb(picture, width, height));
  const skin = createMask(width, height);
  for (let i = 0, at = 0; i < skin.data.length; i++, at += 3) {
    const hue = (Math.atan2(data[at + 2]!, data[at + 1]!) * 180) / Math.PI;
    const chroma = Math.hypot(data[at + 1]!, data[at + 2]!);
    if (within(data[at]!, SKIN_LIGHTNESS) && within(hue, SKIN_HUE) && within(chroma, SKIN_CHROMA)) {
      skin.data[i] = 255;
    }
  }
  return connectedComponents(skin, 4).components.some(
    (part) =>
      part.area > LEAST_AREA * width * height &&
      part.area > LEAST_FILL * part.width * part.height &&
      part.height < TALLEST * part.width &&
      part.width < WIDEST * part.height &&
      part.centreY < LOWEST * height &&
      Math.abs(part.centreX / width - 0.5) < FARTHEST,
  );
}

function within(value: number, range: { readonly from: number; readonly to: number }): boolean {
  return value > range.from && value < range.to;
}
