import { resizePlane } from '@proteus/raster/resize-plane.ts';
import { resizeRgb } from '@proteus/raster/resize-rgb.ts';
import type { Plane, RgbaImage, RgbImage, Size } from '@proteus/raster/types.ts';

/** A garment photo fitted into the working size. */
export interface FittedPicture {
  readonly picture: RgbImage;
  /** Opacity as the file gave it, 0 to 1; null where the file had none. */
  readonly matte: Plane | null;
  /** Where the photo itself lies in `picture`; the rest is border colour. */
  readonly frame: { readonly x: number; readonly y: number } & Size;
}

/** Levels of opacity below this count as transparent when deciding whether alpha means anything. */
const OPAQUE_LEVEL = 250;

/**
 * Fits a photo into `size`, keeping its proportions, centred on its own border colour. A cut-out
 * (alpha with any transparent pixel) is laid on white and its alpha handed on.
 *
 * @param picture 8-bit sRGB with or without straight alpha.
 * @param size the working canvas.
 */
export function fitPicture(picture: RgbImage | RgbaImage, size: Size): FittedPicture {
  const alpha = matteOf(picture);
  const opaque = layOnWhite(picture);
  const scale = Math.min(size.width / picture.width, size.height / picture.height);
  const width = Math.max(1, Math.min(size.width, Math.round(picture.width * scale)));
  const height = Math.max(1, Math.min(size.height, Math.round(picture.height * scale)));
  const x = (size.width - width) >> 1;
  const y = (size.height - height) >> 1;
  const unscaled = width === picture.width && height === picture.height;
  const resized = unscaled ? opaque : resizeRgb(opaque, width, height);

  const data = new Uint8Array(size.width * size.height * 3);
  if (width < size.width || height < size.height) {
    const [red, green, blue] = borderColour(resized);
    for (let at = 0; at < data.length; at += 3) {
      data[at] = red;
      data[at + 1] = green;
      data[at + 2] = blue;
    }
  }
  for (let row = 0; row < height; row++) {
    const from = row * width * 3;
    data.set(resized.data.subarray(from, from + width * 3), ((y + row) * size.width + x) * 3);
  }

  let matte: Plane | null = null;
  if (alpha !== null) {
    const small = unscaled ? alpha : resizePlane(alpha, width, height);
    matte = { ...size, data: new Float32Array(size.width * size.height) };
    for (let row = 0; row < height; row++) {
      for (let column = 0; column < width; column++) {
        const value = small.data[row * width + column]!;
        matte.data[(y + row) * size.width + x + column] = Math.min(1, Math.max(0, value));
      }
    }
  }
  return { picture: { ...size, data }, matte, frame: { x, y, width, height } };
}

/** The photo without alpha; null where the file has a matte of its own. */
export function photoWithoutMatte(picture: RgbImage | RgbaImage): RgbImage | null {
  return matteOf(picture) === null ? layOnWhite(picture) : null;
}

/** Opacity as the file gave it, 0 to 1; null where it has none, or none that means anything. */
export function matteOf(picture: RgbImage | RgbaImage): Plane | null {
  const { width, height, data } = picture;
  if (data.length !== width * height * 4) return null;
  const alpha = new Float32Array(width * height);
  let transparent = false;
  for (let i = 0; i < alpha.length; i++) {
    const value = data[i * 4 + 3]!;
    transparent ||= value < OPAQUE_LEVEL;
    alpha[i] = value / 255;
  }
  return transparent ? { width, height, data: alpha } : null;
}

/** The photo on white paper; one without alpha is given back as it is. */
export function layOnWhite(picture: RgbImage | RgbaImage): RgbImage {
  const { width, height, data } = picture;
  if (data.length !== width * height * 4) return picture;
  const rgb = new Uint8Array(width * height * 3);
  for (let i = 0; i < width * height; i++) {
    const opacity = data[i * 4 + 3]! / 255;
    for (let channel = 0; channel < 3; channel++) {
      rgb[i * 3 + channel] = Math.round(255 + (data[i * 4 + channel]! - 255) * opacity);
    }
  }
  return { width, height, data: rgb };
}

/** Median colour of the outermost pixels, channel by channel. */
function borderColour(picture: RgbImage): readonly [number, number, number] {
  const { width, height, data } = picture;
  const counts = new Uint32Array(3 * 256);
  const count = (x: number, y: number) => {
    const at = (y * width + x) * 3;
    for (let channel = 0; channel < 3; channel++) {
      const bin = channel * 256 + data[at + channel]!;
      counts[bin] = counts[bin]! + 1;
    }
  };
  for (let x = 0; x < width; x++) {
    count(x, 0);
    count(x, height - 1);
  }
  for (let y = 0; y < height; y++) {
    count(0, y);
    count(width - 1, y);
  }
  const half = width + height;
  const median = (channel: number) => {
    let value = 0;
    for (let seen = 0; value < 256; value++) {
      seen += counts[channel * 256 + value]!;
      if (seen >= half) break;
    }
    return Math.min(255, value);
  };
  return [median(0), median(1), median(2)];
}
