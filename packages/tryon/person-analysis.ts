import type { Mask, Plane, Point, RgbImage } from '@proteus/raster/types.ts';
import type { Pose } from './pose.ts';

/**
 * The body's own coordinate frame in the picture: `t` runs from the middle of the shoulder joints
 * (0) to the middle of the hips (1), `s` across, in shoulder widths (-0.5 = the joint at the
 * picture's left, 0.5 = at its right).
 */
export interface TorsoFrame {
  readonly shoulderMiddle: Point;
  readonly hipMiddle: Point;
  /** Distance between the shoulder joints in pixels. */
  readonly shoulderWidth: number;
  /** Distance from `shoulderMiddle` to `hipMiddle` in pixels. */
  readonly torsoLength: number;
  /** Unit vector from the shoulders to the hips. */
  readonly down: Point;
  /** Unit vector across, towards the picture's right. */
  readonly right: Point;
}

/** The classes that parsing decides between before limbs are told apart. */
export const REGIONS = ['background', 'skin', 'hair', 'upper', 'lower', 'shoes'] as const;
export type Region = (typeof REGIONS)[number];

/** Everything that later stages ask about the person; pure data, cacheable by content. */
export interface PersonAnalysis {
  readonly picture: RgbImage;
  readonly pose: Pose;
  readonly frame: TorsoFrame;
  /** Soft membership of each region, 0 to 1, summing to about 1, at the picture's size. */
  readonly regions: { readonly [Name in Region]: Plane };
  /** Part labels by `PERSON_PARTS`, one byte a pixel. */
  readonly parts: Mask;
  /** Median skin colour of the face, L*a*b*. */
  readonly skinTone: readonly [number, number, number];
  /** Where the chin ends. */
  readonly chin: Point;
  /** Unit vector from mouth to eyes. */
  readonly faceUp: Point;
  /** Radius of the face in pixels. */
  readonly faceRadius: number;
  /** How sure the parse is, 0 to 1 (1 - normalised entropy inside the person). */
  readonly parseConfidence: number;
}
