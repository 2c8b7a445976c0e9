import { LANDMARK_INPUT_SIZE } from '@proteus/neural/networks/landmark-network.ts';
import type { Point } from '@proteus/raster/types.ts';

/**
 * A square of the picture, possibly turned and reaching beyond the picture, that a network sees.
 * Centre and size are in pixels of the picture.
 */
export interface CropFrame {
  readonly centreX: number;
  readonly centreY: number;
  readonly size: number;
  /** Clockwise on the screen, in radians; 0 = upright. */
  readonly rotation: number;
}

/**
 * The affine map between a crop's coordinates (0 to its side, pixel edges at integers) and the picture's
 * (pixel centres at integers): `x = originX + u * alongX - v * alongY`, `y = originY + u * alongY + v * alongX`.
 */
export interface CropMap {
  readonly originX: number;
  readonly originY: number;
  readonly alongX: number;
  readonly alongY: number;
}

/**
 * The map from crop to picture.
 *
 * @param side the crop's side in its own pixels.
 */
export function cropMap(frame: CropFrame, side = LANDMARK_INPUT_SIZE): CropMap {
  const scale = frame.size / side;
  const alongX = Math.cos(frame.rotation) * scale;
  const alongY = Math.sin(frame.rotation) * scale;
  const half = side / 2;
  return {
    originX: frame.centreX - half * alongX + half * alongY,
    originY: frame.centreY - half * alongY - half * alongX,
    alongX,
    alongY,
  };
}

/** Takes a point of the crop into the picture. */
export function cropToPicture(map: CropMap, u: number, v: number): Point {
  return {
    x: map.originX + u * map.alongX - v * map.alongY,
    y: map.originY + u * map.alongY + v * map.alongX,
  };
}

/** Takes a point of the picture into the crop. */
export function pictureToCrop(map: CropMap, x: number, y: number): Point {
  const squared = map.alongX * map.alongX + map.alongY * map.alongY;
  const dx = x - map.originX;
  const dy = y - map.originY;
  return {
    x: (dx * map.alongX + dy * map.alongY) / squared,
    y: (dy * map.alongX - dx * map.alongY) / squared,
  };
}
