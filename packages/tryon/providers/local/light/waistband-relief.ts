import { smoothStep } from '../../../stages/warp/scalar.ts';

/** Height of a waistband in torso lengths. */
const BAND = 0.07;
/** The upper edge is a fold that catches light; so far down, in torso lengths, and so much. */
const EDGE = 0.012;
const EDGE_LIGHT = 0.05;
/** The seam under the band is a furrow: its half width in torso lengths and its depth. */
const SEAM = 0.005;
const SEAM_DEPTH = 0.2;
/** The cloth under the seam lies in the band's shadow, so far and so deep. */
const SHADOW = 0.03;
const SHADOW_DEPTH = 0.07;

/**
 * Brightness, around 1, of a plain waistband and the cloth under it.
 *
 * @param down torso lengths below the band's upper edge.
 */
export function waistbandRelief(down: number): number {
  const edge = EDGE_LIGHT * (1 - smoothStep(0, EDGE, down));
  const fromSeam = down - BAND;
  const seam = SEAM_DEPTH * Math.exp(-((fromSeam / SEAM) ** 2) / 2);
  const shadow = fromSeam < 0 ? 0 : SHADOW_DEPTH * (1 - smoothStep(0, SHADOW, fromSeam));
  return (1 + edge) * (1 - seam) * (1 - shadow);
}
