import type { PictureSide } from '../body/body-side.ts';
import { type TorsoOutline, torsoHalfWidth } from '../body/torso-outline.ts';

/** How far cloth may be pulled wider or fall narrower than it lies flat. */
const WIDEST_PULL = 1.25;
const NARROWEST_PULL = 0.78;
/** Cloth lies this much outside the body. */
const THICKNESS = 1.03;

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
