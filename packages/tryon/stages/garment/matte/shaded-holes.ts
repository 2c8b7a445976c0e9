import { connectedComponents } from '@proteus/raster/connected-components.ts';
import { dilate } from '@proteus/raster/dilate.ts';
import { invertMask } from '@proteus/raster/invert-mask.ts';
import { openMask } from '@proteus/raster/open.ts';
import type { Mask } from '@proteus/raster/types.ts';
import type { BackgroundModel } from '../backdrop/background-model.ts';

/** In a garment's shade the backdrop is so much darker at most, and hardly lighter: ΔL*. */
const DARKER = 12;
const LIGHTER = 1.5;
/** Its chroma keeps so near to its own; a print's departs by twice as much. */
const SAME_CHROMA = 2.8;
/** The garment has a print of another hue where that is so much of what is as light, and of the garment. */
const MOSTLY_PRINT = 0.7;
const LEAST_PRINT = 0.02;
/** Smaller holes, as a share of the garment, and narrower ones, half as wide in pixels, are noise. */
const SMALLEST = 0.0002;
const NARROWEST = 1.5;
/** Up to here around what has kept the backdrop's hue, compression has smeared the garment's into it, pixels. */
const SMEARED = 4;
/** Holes lie so near the outline, in parts of the garment's height, and so far from its middle, in parts of its width. */
const NEAR_OUTLINE = 0.06;
const BESIDE_MIDDLE = 0.1;

/**
 * Finds where the backdrop shows in a printed garment's own shade: in the pocket between a sleeve and the trunk
 * that its cuff touches, under a cuff. A shade is darker than the backdrop, as pale prints are, but of its
 * very hue; so this can be told only where the garment's print is of another.
 *
 * @param outline the filled outline.
 * @returns 255 in such holes and bites; null where there are none.
 */
export function findShadedHoles(outline: Mask, model: BackgroundModel): Mask | null {
  const { width, height } = outline;
  const pale = new Uint8Array(width * height);
  const shaded = new Uint8Array(width * height);
  const areas = { garment: 0, pale: 0, print: 0 };
  for (let pixel = 0; pixel < pale.length; pixel++) {
    if (outline.data[pixel] === 0) continue;
    areas.garment++;
    const shift = (channel: number) =>
      model.photo.data[3 * pixel + channel]! - model.lab.data[3 * pixel + channel]!;
    if (shift(0) < -DARKER || shift(0) > LIGHTER) continue;
    areas.pale++;
    const chroma = Math.hypot(shift(1), shift(2));
    if (chroma > 2 * SAME_CHROMA) areas.print++;
    else pale[pixel] = 255;
    if (chroma < SAME_CHROMA) shaded[pixel] = 255;
  }
  const isPrinted = areas.print >= LEAST_PRINT * areas.garment;
  if (!isPrinted || areas.print < MOSTLY_PRINT * areas.pale) return null;
  const cores = holesAmong(openMask({ width, height, data: shaded }, NARROWEST), outline);
  if (cores === null) return null;
  const around = dilate(cores, SMEARED).data;
  const data = around.map((isNear, pixel) => (isNear !== 0 && pale[pixel] !== 0 ? 255 : 0));
  return { width, height, data };
}

/** The spots that are large enough, beside the middle and near the outline; null = none. */
function holesAmong(spots: Mask, outline: Mask): Mask | null {
  const [garment] = connectedComponents(outline).components;
  const { labels, components } = connectedComponents(spots);
  if (garment === undefined) return null;
  const near = dilate(invertMask(outline), NEAR_OUTLINE * garment.height).data;
  const isNear = new Uint8Array(components.length + 1);
  for (let pixel = 0; pixel < near.length; pixel++) {
    if (near[pixel] !== 0) isNear[labels[pixel]!] = 1;
  }
  const middle = garment.x + garment.width / 2;
  const holes = new Uint8Array(components.length + 1);
  for (const { label, area, centreX } of components) {
    if (area < SMALLEST * garment.area || isNear[label] === 0) continue;
    if (Math.abs(centreX - middle) > BESIDE_MIDDLE * garment.width) holes[label] = 255;
  }
  if (!holes.includes(255)) return null;
  return { ...spots, data: Uint8Array.from(labels, (label) => holes[label]!) };
}
