import type { RgbaImage, RgbImage, Size } from '@proteus/raster/types.ts';
import { ramp } from '../matte/ramp.ts';
import { type CutOutLayers, LAYER, LAYER_COUNT } from './cut-out-layers.ts';

/** Pixels of the photo beside an edge that carry the backdrop's light or a JPEG halo. */
const HALO = 1;
const HALO_END = 3;
/** Contrast in 8-bit levels that noise half drowns. */
const NOISE = 14;
/** Opacities nearer to 0 and 1 than this are noise. */
const CLEAR = 0.02;
/** What an edge gains in steepness, at most in proportion to the size. */
const CRISPNESS = 0.5;

/**
 * Cuts a garment out of its photo at the photo's own size. Where the working size left an opacity
 * between 0 and 1, each pixel of the photo is placed between the cloth's colour and the backdrop's;
 * inside, the photo's own pixels are kept; along the edge and where something lay over the cloth,
 * the cloth's bled colours stand, so that no halo of the old backdrop is left.
 *
 * @param working size of the whole working picture.
 * @param matte the photo's own opacity, 0 to 1, where it came as a cut-out; else null.
 * @returns the whole photo's size, transparent around the garment, straight alpha.
 */
export function cutOutAtSize(
  photo: RgbImage,
  working: Size,
  { window, data }: CutOutLayers,
  matte: Float32Array | null,
): RgbaImage {
  const { width, height } = photo;
  const scale = width / working.width;
  const out = new Uint8Array(width * height * 4);
  const row = new Float32Array(window.width * LAYER_COUNT);
  const pixel = new Float32Array(LAYER_COUNT);
  const first = Math.max(0, Math.ceil(window.y * (height / working.height)));
  const last = Math.min(height, Math.floor((window.y + window.height) * (height / working.height)));
  const left = Math.max(0, Math.ceil(window.x * scale));
  const right = Math.min(width, Math.floor((window.x + window.width) * scale));
  for (let y = first; y < last; y++) {
    blendRows(data, window, ((y + 0.5) * working.height) / height - 0.5 - window.y, row);
    for (let x = left; x < right; x++) {
      blendPixels(row, window.width, (x + 0.5) / scale - 0.5 - window.x, pixel);
      const i = y * width + x;
      const given = matte === null ? edgeOpacity(photo, 3 * i, pixel, scale) : matte[i]!;
      writePixel(out, i, photo, pixel, given * pixel[LAYER.sheer]!, scale);
    }
  }
  return { width, height, data: out };
}

/** One row of the layers between two of theirs. */
function blendRows(data: Float32Array, size: Size, y: number, row: Float32Array): void {
  const place = Math.min(size.height - 1, Math.max(0, y));
  const upper = Math.floor(place);
  const lower = Math.min(size.height - 1, upper + 1);
  const share = place - upper;
  const a = upper * row.length;
  const b = lower * row.length;
  for (let k = 0; k < row.length; k++) {
    row[k] = data[a + k]! + share * (data[b + k]! - data[a + k]!);
  }
}

function blendPixels(row: Float32Array, width: number, x: number, pixel: Float32Array): void {
  const place = Math.min(width - 1, Math.max(0, x));
  const before = Math.floor(place);
  const share = place - before;
  const a = before * LAYER_COUNT;
  const b = Math.min(width - 1, before + 1) * LAYER_COUNT;
  for (let k = 0; k < LAYER_COUNT; k++)
    pixel[k] = row[a + k]! + share * (row[b + k]! - row[a + k]!);
}

/** Opacity of one pixel of the photo, measured where it lies on the edge. */
function edgeOpacity(photo: RgbImage, at: number, pixel: Float32Array, scale: number): number {
  const inside = pixel[LAYER.alpha]!;
  if (inside < CLEAR) return 0;
  if (inside > 1 - CLEAR || scale <= 1) return inside;
  let contrast = 0;
  let along = 0;
  for (let k = 0; k < 3; k++) {
    const backdrop = pixel[LAYER.backdrop + k]!;
    const towards = pixel[LAYER.cloth + k]! - backdrop;
    contrast += towards * towards;
    along += towards * (photo.data[at + k]! - backdrop);
  }
  const measured = Math.min(1, Math.max(0, along / (contrast + 1e-6)));
  const trust = contrast / (contrast + NOISE * NOISE);
  const gain = 1 + CRISPNESS * (scale - 1);
  const crisp = Math.min(1, Math.max(0, 0.5 + gain * (inside - 0.5)));
  // The outline bounds the measurement: print inside and shadow outside are not the edge.
  const low = Math.max(0, 2 * inside - 1.25);
  const high = Math.min(1, 2 * inside + 0.25);
  return Math.min(high, Math.max(low, trust * measured + (1 - trust) * crisp));
}

function writePixel(
  out: Uint8Array,
  i: number,
  photo: RgbImage,
  pixel: Float32Array,
  opacity: number,
  scale: number,
): void {
  // The outline of the working size is known to half of its pixels.
  const depth = (pixel[LAYER.depth]! - 0.5) * scale;
  const own = ramp(depth, HALO, HALO_END) * (1 - pixel[LAYER.replaced]!);
  for (let k = 0; k < 3; k++) {
    const cloth = pixel[LAYER.cloth + k]!;
    out[4 * i + k] = Math.round(cloth + own * (photo.data[3 * i + k]! - cloth));
  }
  out[4 * i + 3] = Math.round(255 * opacity);
}
