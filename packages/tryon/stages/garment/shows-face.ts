import { type Component, connectedComponents } from '@proteus/raster/connected-components.ts';
import { createMask } from '@proteus/raster/create-mask.ts';
import { resizeRgb } from '@proteus/raster/resize-rgb.ts';
import { rgbToLab } from '@proteus/raster/rgb-to-lab.ts';
import type { RgbImage, Size } from '@proteus/raster/types.ts';

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
/** A face above bare shoulders and arms takes this part of the height of all that skin. */
const HEAD = 0.3;
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
  const { labels, components } = connectedComponents(skin, 4);
  // Limbs leave their box empty, which garments of skin's colour fill.
  const isSparse = ({ area, ...box }: Component) => area < LEAST_FILL * box.width * box.height;
  return components.some(
    (part) =>
      isFace(part, skin) || (isSparse(part) && isFace(measureHead(labels, skin, part), skin)),
  );
}

type Patch = Omit<Component, 'label'>;

/** Whether a patch of skin has the size, the shape and the place of a face. */
function isFace(patch: Patch, { width, height }: Size): boolean {
  return (
    patch.area > LEAST_AREA * width * height &&
    patch.area > LEAST_FILL * patch.width * patch.height &&
    patch.height < TALLEST * patch.width &&
    patch.width < WIDEST * patch.height &&
    patch.centreY < LOWEST * height &&
    Math.abs(patch.centreX / width - 0.5) < FARTHEST
  );
}

/** The upper end of a patch alone: a face over bare shoulders is one patch with them and the arms. */
function measureHead(labels: Int32Array, { width }: Size, part: Component): Patch {
  const rows = Math.ceil(HEAD * part.height);
  let [left, right, area, sumX, sumY] = [width, -1, 0, 0, 0];
  for (let y = part.y; y < part.y + rows; y++) {
    for (let x = part.x; x < part.x + part.width; x++) {
      if (labels[y * width + x] !== part.label) continue;
      left = Math.min(left, x);
      right = Math.max(right, x);
      area++;
      sumX += x;
      sumY += y;
    }
  }
  return {
    x: left,
    y: part.y,
    width: right - left + 1,
    height: rows,
    area,
    centreX: sumX / area,
    centreY: sumY / area,
  };
}

function within(value: number, range: { readonly from: number; readonly to: number }): boolean {
  return value > range.from && value < range.to;
}
