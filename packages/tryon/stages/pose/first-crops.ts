import type { Size } from '@proteus/raster/types.ts';
import type { CropFrame } from './crop-frame.ts';

const WINDOW_SHARES = [0.6, 0.35];
const WINDOW_OVERLAP = 0.5;

function upright(centreX: number, centreY: number, size: number): CropFrame {
  return { centreX, centreY, size, rotation: 0 };
}

function windows({ width, height }: Size, side: number): CropFrame[] {
  const step = side * (1 - WINDOW_OVERLAP);
  const columns = Math.max(1, Math.ceil((width - side) / step) + 1);
  const rows = Math.max(1, Math.ceil((height - side) / step) + 1);
  const place = (index: number, count: number, length: number) =>
    count === 1 ? length / 2 : side / 2 + (index * (length - side)) / (count - 1);
  return Array.from({ length: rows * columns }, (_, index) =>
    upright(
      place(index % columns, columns, width),
      place(Math.floor(index / columns), rows, height),
      side,
    ),
  );
}

/**
 * Where to look for a person of whom nothing is known, likeliest places first: the whole picture, the
 * picture with room below for a body that is cut off, its upper and lower parts, then ever smaller windows.
 */
export function firstCrops(picture: Size): readonly CropFrame[] {
  const { width, height } = picture;
  const long = Math.max(width, height);
  const short = Math.min(width, height);
  return [
    upright(width / 2, height / 2, long),
    upright(width / 2, height * 0.8, long * 1.5),
    upright(width / 2, short / 2, short),
    upright(width / 2, height - short / 2, short),
    ...WINDOW_SHARES.flatMap((share) => windows(picture, long * share)),
  ];
}
