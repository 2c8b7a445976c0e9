import type { RgbaImage, RgbImage } from '@proteus/raster/types.ts';

const PAPER = 255;

/** Lays a picture with alpha on white; one without is given back as it is. */
export function withoutAlpha(picture: RgbImage | RgbaImage): RgbImage {
  const { width, height, data } = picture;
  const count = width * height;
  if (data.length === count * 3) return picture;
  const flat = new Uint8Array(count * 3);
  for (let pixel = 0; pixel < count; pixel++) {
    const alpha = data[pixel * 4 + 3]! / 255;
    for (let channel = 0; channel < 3; channel++) {
      flat[pixel * 3 + channel] = Math.round(PAPER + (data[pixel * 4 + channel]! - PAPER) * alpha);
    }
  }
  return { width, height, data: flat };
}
