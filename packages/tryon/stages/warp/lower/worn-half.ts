import type { PictureSide } from '../body/body-side.ts';
import { mix } from '../scalar.ts';
import { type LowerBody, lowerHalfWidth } from './lower-body.ts';

/** What flares beyond the body hangs in folds: this share of it is still seen. */
const FLARE = 0.6;
/** Cloth lies this far off the body. */
const EASE = 1.04;

/**
 * Half width in pixels of a skirt on the body at one side: never narrower than the body.
 *
 * @param below in pixels below the shoulder joints.
 * @param flatHalf the flat skirt's half width there, in picture pixels.
 */
export function wornHalf(
  body: LowerBody,
  side: PictureSide,
  below: number,
  flatHalf: number,
): number {
  const least = lowerHalfWidth(body, side, below) * EASE;
  return flatHalf <= least ? least : mix(least, flatHalf, FLARE);
}
