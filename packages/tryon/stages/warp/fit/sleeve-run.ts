import type { GarmentSide, Sleeve, UpperBodyGarment } from '../../../garment-analysis.ts';
import { mix } from '../scalar.ts';
import { alongSleeve, isLongSleeve, tipToCuff } from './sleeve-length.ts';
import { stiffnessOf } from './sleeve-stiffness.ts';

/** The way over the rounding of the shoulder, from the tip to beside the joint, in shoulder widths. */
const OVER_SHOULDER = 0.12;
/** The underside is left free down to this far below the armpit, in shoulder widths. */
const FREE_AT_ARMPIT = 0.08;
/** A long sleeve's cuff ends this share of the arm beyond the wrist; shorter ones before it. */
const OVER_WRIST = 0.025;
const LONGEST_SHORT = 0.98;

/** How the flat sleeve's edges are laid along the arm, in pixels from the shoulder joint. */
export interface SleeveRun {
  /** Where the outer edge begins, above the joint where the shoulder is covered, and where it ends. */
  readonly begin: number;
  readonly cuff: number;
  /** Share of the outer edge, 0 = the tip, 1 = the cuff, of what lies at `along` the flat sleeve's axis. */
  readonly share: (along: number) => number;
  /** Place on the arm of what lies at `along` the flat sleeve's axis, on either edge. */
  readonly outer: (along: number) => number;
  readonly inner: (along: number) => number;
  /** See `stiffnessOf`. */
  readonly stiffness: number;
  /** Where the inner edge ends. */
  readonly innerEnd: number;
  /** The flat underside begins here along the axis; before, the slices end at the armhole. */
  readonly armpit: number;
  /** Down to this place on the arm the underside bunches at the armpit and is left free. */
  readonly free: number;
}

/**
 * The outer edge runs over the shoulder from the tip. The cuff lies across the arm, except that a short
 * sleeve's slants to where its underside ends.
 *
 * @param worn where shoulder tip and armpit come to lie along the arm, in pixels from its joint.
 * @param measures picture pixels per garment pixel; the arm's length and the shoulders' width in pixels; the
 *   flat cuff's width in those of the arm.
 */
export function runAlongArm(
  garment: UpperBodyGarment,
  side: GarmentSide,
  sleeve: Sleeve,
  worn: { readonly tip: number; readonly armpit: number },
  measures: Readonly<Record<'scale' | 'armLength' | 'width' | 'looseness', number>>,
): SleeveRun {
  const { scale, armLength, width, looseness } = measures;
  // An off-shoulder sleeve begins below the joint, where its tip is.
  const begin = worn.tip > 0 ? worn.tip : -OVER_SHOULDER * width;
  const whole = tipToCuff(side);
  const cuff = isLongSleeve(garment, side)
    ? armLength * (1 + OVER_WRIST)
    : Math.min(begin + whole * scale, armLength * LONGEST_SHORT);
  const from = sleeve.length - whole;
  const armpit = Math.min(alongSleeve(sleeve, side.armpit), sleeve.length - 1);
  const underside = sleeve.length - armpit;
  // A hanging sleeve's cuff lies across the arm; a standing one's where its underside ends.
  const stiffness = stiffnessOf(cuff / armLength, looseness);
  const slant = (worn.armpit + underside * scale - cuff) * stiffness;
  const innerEnd = cuff + slant;
  const share = (along: number) => (along - from) / whole;
  const outer = (along: number) => mix(begin, cuff, share(along));
  return {
    begin,
    cuff,
    innerEnd,
    stiffness,
    share,
    outer,
    inner: (along) => outer(along) + slant * ((along - armpit) / underside),
    armpit,
    // The cuff's own corner is held however high it is.
    free: Math.min(worn.armpit, innerEnd - 2 * FREE_AT_ARMPIT * width) + FREE_AT_ARMPIT * width,
  };
}
