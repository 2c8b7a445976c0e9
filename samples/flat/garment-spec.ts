import type { GarmentCategory } from '@proteus/contracts/jobs/category.ts';
import type { Point } from '@proteus/raster/types.ts';
import type { Pattern } from '../fabric/pattern.ts';
import type { Colour } from '../figure/person-spec.ts';
import type { Piece } from './piece.ts';

export type GarmentShape =
  | { readonly kind: 'tee'; readonly sleeve: 'short' | 'long'; readonly neck: 'crew' | 'v' }
  | { readonly kind: 'tank' }
  | { readonly kind: 'shirt' }
  | { readonly kind: 'dress' }
  | { readonly kind: 'trousers' };

/** A garment laid out flat. */
export interface GarmentSpec {
  readonly name: string;
  readonly shape: GarmentShape;
  readonly pattern: Pattern;
  /** Colour of collar rib, cuffs and other bands; null = the cloth itself. */
  readonly band: Colour | null;
  readonly background: Colour;
  /** Strength of folds, 0 to 1. */
  readonly folds: number;
  readonly seed: number;
}

/** Landmarks of one side of a laid-out garment; `left` is the picture's left. */
export interface GarmentSideLandmarks {
  /** Highest point beside the neck, or the end of the waistband. */
  readonly collar: Point;
  /** Shoulder tip, or the widest point of the hip. */
  readonly tip: Point;
  /** Armpit, or the crotch. */
  readonly armpit: Point;
  /** Lower end of the side seam. */
  readonly hem: Point;
  /** Outer and inner end of the sleeve or leg; null without one. */
  readonly cuff: readonly [Point, Point] | null;
}

/** A garment cut out: its pieces from back to front and the true landmarks of its right side. */
export interface CutGarment {
  readonly category: GarmentCategory;
  /** Height of the picture in metres. */
  readonly view: number;
  /** Where the pieces' y = 0 lies below the picture's top edge, in metres. */
  readonly drop: number;
  readonly pieces: readonly Piece[];
  readonly right: GarmentSideLandmarks;
}
