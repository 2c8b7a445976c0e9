import type { RgbImage } from './types.ts';

/** EXIF's orientation tag: 1 = upright, 2–4 = flipped or upside down, 5–8 = lying. */
export type Orientation = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;

/**
 * Turns and flips an image as its EXIF orientation asks, so that it is upright.
 *
 * @see CIPA DC-008 (EXIF 2.32), tag 0x0112.
 */
export function applyOrientation(image: RgbImage, orientation: Orientation): RgbImage {
  const { width, height, data: source } = image;
  const lying = orientation >= 5;
  const uprightWidth = lying ? height : width;
  const uprightHeight = lying ? width : height;
  const fromRight =
    orientation === 2 || orientation === 3 || orientation === 7 || orientation === 8;
  const fromBottom =
    orientation === 3 || orientation === 4 || orientation === 6 || orientation === 7;
  const data = new Uint8Array(source.length);
  for (let y = 0, at = 0; y < uprightHeight; y++) {
    for (let x = 0; x < uprightWidth; x++, at += 3) {
      const column = lying ? y : x;
      const row = lying ? x : y;
      const sx = fromRight ? width - 1 - column : column;
      const sy = fromBottom ? height - 1 - row : row;
      const from = (sy * width + sx) * 3;
      data[at] = source[from]!;
      data[at + 1] = source[from + 1]!;
      data[at + 2] = source[from + 2]!;
    }
  }
  return { width: uprightWidth, height: uprightHeight, data };
}
