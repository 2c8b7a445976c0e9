import type { PictureSide } from '../body/body-side.ts';
import type { Constraint, Stretch } from '../mesh/constraint.ts';
import type { LegShape } from './leg-shape.ts';
import type { WaistLine } from './waist-line.ts';

/** Targets for the warp of trousers, shorts or a skirt onto a person. */
export interface LowerFit {
  readonly constraints: readonly Constraint[];
  /** How each part's rest shape is scaled, by `LOWER_PART`. */
  readonly stretch: readonly Stretch[];
  /** Where the waistband lies. */
  readonly waist: WaistLine;
  /** Where the hems end, as a share of the legs from hip joint to ankle. */
  readonly hem: number;
  /** The bare legs, at the picture's left and right. */
  readonly legs: { readonly [Side in PictureSide]: LegShape };
}
