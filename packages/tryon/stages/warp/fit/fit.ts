import type { Constraint, Stretch } from '../mesh/constraint.ts';
import type { LengthGrade } from './length-grade.ts';

/** Where the old top ends and the trousers begin, in pixels below the shoulder joints. */
export interface OldEnds {
  /** Lower end of the old top; null where the parse shows none. */
  readonly top: number | null;
  /** Upper end of the lower clothes; null where none are seen. */
  readonly waistband: number | null;
  /** Whether both are one dress, whose lower part goes on below any top. */
  readonly isDress: boolean;
}

/** That, and how the old top ends. */
export interface OldHem extends OldEnds {
  /** How far its end falls towards the picture's right, pixels per pixel. */
  readonly slope: number;
}

/** How the new hem relates to the old one. */
export interface HemFit {
  /** Pixels below the shoulder joints. */
  readonly hem: number;
  /** Below this many pixels the lower clothes lie over the garment; null = they do not. */
  readonly tuckedAt: number | null;
}

/** Targets for the warp of an upper-body garment onto a person. */
export interface Fit {
  /** Picture pixels per garment pixel, before any stretch. */
  readonly scale: number;
  readonly constraints: readonly Constraint[];
  /** How each part's rest shape is scaled, by `GARMENT_PART`. */
  readonly stretch: readonly Stretch[];
  /** How the torso's lengthening is spread over its rows. */
  readonly lengthGrade: LengthGrade;
  readonly hem: HemFit;
  /** How far the hem falls towards the picture's right, pixels per pixel. */
  readonly hemSlope: number;
  readonly oldHem: OldHem;
  /** Where the neckline ends on the shoulders, in shoulder widths from the body's middle. */
  readonly collarAt: { readonly left: number; readonly right: number };
  /** Share of each arm that the new sleeve covers, from the shoulder; 0 = sleeveless. */
  readonly sleeveReach: { readonly left: number; readonly right: number };
}
