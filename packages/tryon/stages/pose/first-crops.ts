import type { Size } from '@proteus/raster/types.ts';
import type { CropFrame } from './crop-frame.ts';

const WINDOW_SHARE = 0.5;
const WINDOW_STEP = 0.25;

function upright(centreX: number, centreY: number, size: number): CropFrame {
  return { centreX, centreY, size, rotation: 0 };
}

/** The square around the whole picture. */
export function wholePicture({ width, height }: Size): CropFrame {
  return upright((width - 1) / 2, (height - 1) / 2, Math.max(width, height));
}

/**
 * Where a landmark network may find a person whom no detector saw, likeliest places first: the whole picture,
 * the picture with room below for a body that is cut off, its upper and lower parts.
 */
export function likelyCrops(picture: Size): readonly CropFrame[] {
  const { width, height } = picture;
  const long = Math.max(width, height);
  const short = Math.min(width, height);
  return [
    wholePicture(picture),
    upright(width / 2, height * 0.8, long * 1.5),
    upright(width / 2, short / 2, short),
    upright(width / 2, height - short / 2, short),
  ];
}

/** Overlapping windows of half the picture's longer side, in which small people become large enough to see. */
export function searchWindows({ width, height }: Size): readonly CropFrame[] {
  const long = Math.max(width, height);
  const side = long * WINDOW_SHARE;
  const count = (length: number) =>
    Math.max(1, Math.ceil((length - side) / (long * WINDOW_STEP)) + 1);
  const columns = count(width);
  const rows = count(height);
  const place = (index: number, places: number, length: number) =>
    places === 1 ? length / 2 : side / 2 + (index * (length - side)) / (places - 1);
  return Array.from({ length: rows * columns }, (_, index) =>
    upright(
      place(index % columns, columns, width),
      place(Math.floor(index / columns), rows, height),
      side,
    ),
  );
}
