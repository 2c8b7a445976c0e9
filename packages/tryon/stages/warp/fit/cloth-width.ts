import type { PictureSide } from '../body/body-side.ts';
import { type TorsoOutline, torsoHalfWidth } from '../body/torso-outline.ts';

/** How far cloth may be pulled wider or fall narrower than it lies flat. */
const WIDEST_PULL = 1.25;
const NARROWEST_PULL = 0.78;
/** Cloth lies this much outside the body. */
const THICKNESS = 1.03;

/** Below an armhole the side comes out by so much a row. */
const FLARE = 0.35;

/**
 * Half width of the cloth below an armhole, in pixels: from the armhole's corner the side slants out to
 * where it lies, it does not stand out in a ledge.
 *
 * @param half where the side lies in the end.
 * @param corner half width at the armhole's corner.
 * @param rows pixels below that corner.
 */
export function belowArmhole(half: number, corner: number, rows: number): number {
  return Math.min(half, corner + FLARE * Math.max(0, rows));
}

/**
 * Half width of the cloth in pixels at a height: the body's, within what the garment allows.
 *
 * @param share height as a share of the torso's length.
 * @param garmentHalf the flat garment's half width there, in picture pixels.
 */
export function clothHalfWidth(
  outline: TorsoOutline,
  side: PictureSide,
  share: number,
  garmentHalf: number,
): number {
  const body = torsoHalfWidth(outline, side, share) * THICKNESS;
  return Math.max(Math.min(body, garmentHalf * WIDEST_PULL), garmentHalf * NARROWEST_PULL);
}
