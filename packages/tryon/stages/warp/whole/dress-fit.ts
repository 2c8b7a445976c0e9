import type { PictureSide } from '../body/body-side.ts';
import type { Fit } from '../fit/fit.ts';
import type { LegShape } from '../lower/leg-shape.ts';

/** How a dress's skirt is scaled before it is bent, against its bodice. */
export interface SkirtRest {
  /** Row of the flat dress's waist. */
  readonly waist: number;
  /** x of its vertical middle. */
  readonly middle: number;
  /** Scale across and along, as shares of the bodice's. */
  readonly across: number;
  readonly along: number;
}

/** Targets for the warp of a dress onto a person. */
export interface DressFit extends Fit {
  readonly skirt: SkirtRest;
  /** The bare legs, at the picture's left and right. */
  readonly legs: { readonly [Side in PictureSide]: LegShape };
  /** Where the legs part, in pixels below the shoulder joints. */
  readonly crotchBelow: number;
}
