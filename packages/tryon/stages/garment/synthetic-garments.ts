import { createMask } from '@proteus/raster/create-mask.ts';
import { fillPolygon } from '@proteus/raster/fill-polygon.ts';
import type { Mask, Point, RgbImage, Size } from '@proteus/raster/types.ts';

/** Where a drawn garment stands: unit coordinates times `scale`, moved to `middle` and `top`. */
export interface Placement {
  readonly middle: number;
  readonly top: number;
  readonly scale: number;
}

type Colour = readonly [number, number, number];

/** A right half outline in units: x outward from the axis, y down from the collar. */
type HalfOutline = readonly (readonly [number, number])[];

/** Landmarks of the tee below, in units. */
export const TEE_LANDMARKS = {
  collar: [0.16, 0],
  armpit: [0.4, 0.44],
  hem: [0.38, 1.3],
} as const;

/**
 * Right halves of garments drawn by hand, for tests. A unit is about the distance from one
 * shoulder to the other.
 */
export const OUTLINES = {
  tee: [
    [0, 0.03],
    [0.16, 0],
    [0.4, 0.1],
    [0.66, 0.4],
    [0.52, 0.52],
    [0.4, 0.44],
    [0.38, 1.3],
    [0, 1.3],
  ],
  longSleeve: [
    [0, 0.03],
    [0.16, 0],
    [0.4, 0.1],
    [0.78, 1.2],
    [0.62, 1.26],
    [0.4, 0.44],
    [0.38, 1.15],
    [0, 1.15],
  ],
  hangingSleeve: [
    [0, 0.03],
    [0.16, 0],
    [0.42, 0.1],
    [0.66, 1.25],
    [0.46, 1.25],
    [0.44, 1.15],
    [0, 1.15],
  ],
  tank: [
    [0, 0.3],
    [0.14, 0.26],
    [0.17, 0],
    [0.27, 0.02],
    [0.28, 0.25],
    [0.42, 0.45],
    [0.4, 1.3],
    [0, 1.3],
  ],
  trousers: [
    [0, 0],
    [0.3, 0],
    [0.36, 0.4],
    [0.38, 2],
    [0.14, 2],
    [0.04, 0.58],
    [0, 0.55],
  ],
  wideTrousers: [
    [0, 0],
    [0.3, 0],
    [0.36, 0.4],
    [0.5, 2],
    [0.06, 2],
    [0, 1.5],
  ],
  skirt: [
    [0, 0],
    [0.3, 0],
    [0.36, 0.3],
    [0.5, 1.1],
    [0, 1.1],
  ],
  shorts: [
    [0, 0.02],
    [0.3, 0],
    [0.38, 0.35],
    [0.44, 0.85],
    [0.06, 0.87],
    [0, 0.55],
  ],
  miniSkirt: [
    [0, 0.05],
    [0.3, 0],
    [0.38, 0.3],
    [0.42, 0.75],
    [0, 0.77],
  ],
  circleSkirt: [
    [0, 0],
    [0.28, 0],
    [0.44, 0.3],
    [0.95, 1.2],
    [0, 1.25],
  ],
  bandeau: [
    [0, 0.02],
    [0.36, 0],
    [0.37, 0.2],
    [0.33, 0.55],
    [0, 0.55],
  ],
  croppedLongSleeve: [
    [0, 0.03],
    [0.16, 0],
    [0.4, 0.1],
    [0.62, 1.25],
    [0.46, 1.27],
    [0.38, 0.44],
    [0.36, 0.7],
    [0, 0.7],
  ],
  strapDress: [
    [0, 0.34],
    [0.2, 0.24],
    [0.24, 0],
    [0.28, 0],
    [0.26, 0.24],
    [0.36, 0.4],
    [0.28, 0.8],
    [0.42, 1.9],
    [0, 1.92],
  ],
  jumpsuit: [
    [0, 0.16],
    [0.16, 0],
    [0.32, 0.05],
    [0.29, 0.28],
    [0.37, 0.42],
    [0.28, 0.85],
    [0.38, 1.2],
    [0.4, 2.6],
    [0.16, 2.6],
    [0.03, 1.45],
    [0, 1.4],
  ],
  sheath: [
    [0, 0.06],
    [0.16, 0],
    [0.5, 0.06],
    [0.49, 0.6],
    [0.44, 0.66],
    [0.4, 1.05],
    [0.47, 1.5],
    [0.44, 3],
    [0, 3],
  ],
  dress: [
    [0, 0.06],
    [0.16, 0],
    [0.32, 0.06],
    [0.3, 0.3],
    [0.36, 0.42],
    [0.29, 0.85],
    [0.55, 2],
    [0, 2],
  ],
} as const satisfies Record<string, HalfOutline>;

/** A point in units as one of the picture. */
export function placed(
  [x, y]: readonly [number, number],
  sign: -1 | 1,
  placement: Placement,
): Point {
  return {
    x: placement.middle + sign * x * placement.scale,
    y: placement.top + y * placement.scale,
  };
}

/** Both halves of an outline, filled. */
export function drawMask(half: HalfOutline, size: Size, placement: Placement): Mask {
  const mask = createMask(size.width, size.height);
  for (const sign of [-1, 1] as const) {
    const points = half.map((point) => placed(point, sign, placement));
    // Half a pixel over the axis, so that no seam stays open between the halves.
    const closed = points.map(({ x, y }) => ({
      x: Math.abs(x - placement.middle) < 1e-6 ? x - sign * 0.75 : x,
      y,
    }));
    fillPolygon(mask, closed);
  }
  return mask;
}

/** A garment of one colour on a backdrop of one colour. */
export function drawPicture(mask: Mask, cloth: Colour, backdrop: Colour): RgbImage {
  const data = new Uint8Array(mask.data.length * 3);
  for (let i = 0; i < mask.data.length; i++) data.set(mask.data[i] ? cloth : backdrop, 3 * i);
  return { width: mask.width, height: mask.height, data };
}
