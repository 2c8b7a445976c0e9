/** Width and height in pixels, both at least 1. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** One float per pixel, row-major: luminance, depth, a matte (0 to 1), a distance. */
export interface Plane extends Size {
  readonly data: Float32Array;
}

/** One byte per pixel, row-major: 0 = outside, 255 = inside, or small integer labels. */
export interface Mask extends Size {
  readonly data: Uint8Array;
}

/** Interleaved 8-bit sRGB, `width * height * 3` values. */
export interface RgbImage extends Size {
  readonly data: Uint8Array;
}

/** Interleaved 8-bit sRGB with straight (not premultiplied) alpha, `width * height * 4` values. */
export interface RgbaImage extends Size {
  readonly data: Uint8Array;
}

/** Interleaved CIE L*a*b* (D65), `width * height * 3` values; L 0 to 100, a and b about ±110. */
export interface LabImage extends Size {
  readonly data: Float32Array;
}

/** A point in pixels; (0, 0) is the centre of the top-left pixel, x to the right, y down. */
export interface Point {
  readonly x: number;
  readonly y: number;
}
