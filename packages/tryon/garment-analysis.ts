import type { GarmentCategory } from '@proteus/contracts/jobs/category.ts';
import type { Mask, Plane, Point, RgbImage } from '@proteus/raster/types.ts';

/** Parts of an upper-body garment, one byte a pixel in `GarmentAnalysis.parts`. */
export const GARMENT_PART = { outside: 0, torso: 1, leftSleeve: 2, rightSleeve: 3 } as const;

/** A sleeve of a flat garment, measured along its own axis. */
export interface Sleeve {
  /** Middle of the armhole. */
  readonly origin: Point;
  /** Unit vector from the armhole to the cuff. */
  readonly axis: Point;
  /** Length along the axis in garment pixels. */
  readonly length: number;
  /**
   * Extent across the axis in equal slices from armhole to cuff; offsets along the normal
   * (-axis.y, axis.x), `low` below `high`; NaN where a slice is empty.
   */
  readonly slices: readonly { readonly low: number; readonly high: number }[];
}

/** Landmarks of one side of an upper-body garment. `left` is the picture's left. */
export interface GarmentSide {
  /** Highest point of the collar beside the neck opening. */
  readonly collar: Point;
  /** Shoulder tip, where the sleeve is sewn on at the top. */
  readonly tip: Point;
  readonly armpit: Point;
  /** Lower end of the side seam. */
  readonly hem: Point;
  /** Points down the side seam between armpit and hem; `t` 0 = armpit, 1 = hem. */
  readonly seam: readonly { readonly t: number; readonly point: Point }[];
  /** Null where the garment has no sleeve on this side. */
  readonly sleeve: Sleeve | null;
}

/** Everything that later stages ask about the garment; pure data, cacheable by content. */
export interface GarmentAnalysis {
  readonly category: GarmentCategory;
  /** 0 to 1: how clear the category is. */
  readonly categoryConfidence: number;
  /** The garment photo, fitted into the working size on its own border colour. */
  readonly picture: RgbImage;
  /** Opacity, 0 to 1, with soft true edges. */
  readonly alpha: Plane;
  /** The garment's colours bled outwards over its edge, so that sampling there meets no background. */
  readonly colour: RgbImage;
  /** `GARMENT_PART` labels. */
  readonly parts: Mask;
  /** The inside of the back collar, which lies behind the neck: 0 to 1. */
  readonly innerCollar: Plane;
  /** x of the garment's vertical middle axis, in pixels. */
  readonly middle: number;
  /** Top and bottom rows of the torso in pixels. */
  readonly top: number;
  readonly hem: number;
  readonly left: GarmentSide;
  readonly right: GarmentSide;
  /** 0 to 1: how sure alpha and landmarks are. */
  readonly confidence: number;
}
