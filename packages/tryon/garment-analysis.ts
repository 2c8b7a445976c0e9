import type { GarmentCategory } from '@proteus/contracts/jobs/category.ts';
import type { Mask, Plane, Point, RgbImage } from '@proteus/raster/types.ts';

/** Parts of a top or a dress, one byte a pixel in `parts`. */
export const GARMENT_PART = { outside: 0, torso: 1, leftSleeve: 2, rightSleeve: 3 } as const;

/** Parts of trousers, shorts and skirts; a skirt is all seat. */
export const LOWER_PART = { outside: 0, seat: 1, leftLeg: 2, rightLeg: 3 } as const;

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

/** A point on an edge of the garment; `t` 0 = the edge's upper end, 1 = its lower end. */
export interface EdgePoint {
  readonly t: number;
  readonly point: Point;
}

/** Landmarks of one side of a top or a dress. `left` is the picture's left. */
export interface GarmentSide {
  /** Highest point of the collar beside the neck opening. */
  readonly collar: Point;
  /** Shoulder tip, where the sleeve is sewn on at the top. */
  readonly tip: Point;
  readonly armpit: Point;
  /** Lower end of the side seam. */
  readonly hem: Point;
  /** Points down the side seam between armpit and hem. */
  readonly seam: readonly EdgePoint[];
  /** Null where the garment has no sleeve on this side. */
  readonly sleeve: Sleeve | null;
}

/** What every analysed garment has. */
interface AnalysedGarment {
  readonly category: GarmentCategory;
  /** 0 to 1: how clear the category is. */
  readonly categoryConfidence: number;
  /** The garment photo, fitted into the working size on its own border colour. */
  readonly picture: RgbImage;
  /** Opacity of the outline, 0 to 1, with soft true edges; 1 all over the inside. */
  readonly alpha: Plane;
  /** Opacity of the cloth itself, 0 to 1: below 1 in lace; null where all of it is solid. */
  readonly sheer: Plane | null;
  /**
   * The cloth's own colours, free of what shone through, bled outwards over its edge, so that
   * sampling there meets no background.
   */
  readonly colour: RgbImage;
  /** `GARMENT_PART` or `LOWER_PART` labels. */
  readonly parts: Mask;
  /** x of the garment's vertical middle axis, in pixels. */
  readonly middle: number;
  /** Top and bottom rows of the torso, or of waistband and legs, in pixels. */
  readonly top: number;
  readonly hem: number;
  /** ΔE*ab between cloth and backdrop along the outline; null where the file had its own matte. */
  readonly edgeContrast: number | null;
  /** 0 to 1: how sure alpha and landmarks are. */
  readonly confidence: number;
}

/** A top or a dress; pure data, cacheable by content. */
export interface UpperBodyGarment extends AnalysedGarment {
  readonly category: 'upper' | 'dress';
  /** The inside of the back collar, which lies behind the neck: 0 to 1. */
  readonly innerCollar: Plane;
  /** Row of a dress's waist, its narrowest place or seam; null for tops. */
  readonly waist: number | null;
  readonly left: GarmentSide;
  readonly right: GarmentSide;
}

/** Landmarks of one half of trousers, shorts or a skirt. `left` is the picture's left. */
export interface LowerSide {
  /** Outer end of the waistband. */
  readonly waist: Point;
  /** Points down the outer edge between waist and hem. */
  readonly outer: readonly EdgePoint[];
  /** Points down the inner edge of the leg between crotch and hem; none for a skirt. */
  readonly inner: readonly EdgePoint[];
  /** Outer end of the hem. */
  readonly hem: Point;
  /** Inner end of the leg's hem; the hem's middle for a skirt. */
  readonly innerHem: Point;
}

/** Trousers, shorts or a skirt; pure data, cacheable by content. */
export interface LowerBodyGarment extends AnalysedGarment {
  readonly category: 'lower';
  /** Where the legs part; null for a skirt. */
  readonly crotch: Point | null;
  /** The inside of the back waistband, which lies behind the body: 0 to 1. */
  readonly innerWaist: Plane;
  readonly left: LowerSide;
  readonly right: LowerSide;
}

/** Everything that later stages ask about the garment. */
export type GarmentAnalysis = UpperBodyGarment | LowerBodyGarment;
