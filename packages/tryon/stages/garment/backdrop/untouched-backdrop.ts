import { createMask } from '@proteus/raster/create-mask.ts';
import { distanceTransform } from '@proteus/raster/distance-transform.ts';
import { invertMask } from '@proteus/raster/invert-mask.ts';
import { openMask } from '@proteus/raster/open.ts';
import { type BackgroundModel, exactLevel } from './background-model.ts';
import { outsideMask } from './outside-mask.ts';

/** Half the side of a JPEG block: backdrop that nothing touched fills whole blocks. */
const HALF_BLOCK = 4;
/** ΔE of noise up to which a backdrop is one flat colour; a camera's own noise is more. */
const FLAT = 0.05;
/** Share of the border that must be untouched. */
const LEAST_SHARE = 0.85;

/** Compression disturbs the backdrop up to two blocks from what it codes, in pixels. */
export const CODED_REACH = 16;

/**
 * Squared distance in pixels² of every pixel of the model's window from untouched backdrop: that
 * which is exactly itself over whole blocks and joins the border. Compression has coded nothing
 * there, so neither cloth nor an edge can be near; beyond `CODED_REACH` only cloth explains what
 * was coded, be it the backdrop's very colour.
 *
 * @returns null where the backdrop is noisy all over and nothing follows from noise.
 */
export function distanceFromUntouched(model: BackgroundModel): Float32Array | null {
  if (model.noise > FLAT) return null;
  const { width, height, data } = model.difference;
  const exact = createMask(width, height);
  const level = exactLevel(model);
  for (let i = 0; i < data.length; i++) if (data[i]! < level) exact.data[i] = 255;
  const untouched = outsideMask(invertMask(openMask(exact, HALF_BLOCK)));
  let border = 0;
  for (let x = 0; x < width; x++) {
    if (untouched.data[x]) border++;
    if (untouched.data[(height - 1) * width + x]) border++;
  }
  for (let y = 0; y < height; y++) {
    if (untouched.data[y * width]) border++;
    if (untouched.data[(y + 1) * width - 1]) border++;
  }
  if (border < LEAST_SHARE * 2 * (width + height)) return null;
  return distanceTransform(untouched);
}
