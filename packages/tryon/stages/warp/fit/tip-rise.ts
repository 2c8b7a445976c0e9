import type { PictureSide } from '../body/body-side.ts';
import { type ShoulderLine, shoulderTopBelow } from '../body/shoulder-line.ts';

/** How far below the shoulder joints an off-shoulder neckline runs, in shoulder widths. */
export const OFF_SHOULDER_DROP = 0.14;
/** Where on the shoulders the tips of other garments lie, in shoulder widths from the middle. */
const TIP = 0.5;

/**
 * How far above the shoulder joints the garment's tips lie, in pixels; negative for off-shoulder
 * necklines, whose lengths are measured from below the joints.
 *
 * @param width the shoulders' width in pixels.
 */
export function tipRise(offShoulder: boolean, line: ShoulderLine, width: number): number {
  if (offShoulder) return -OFF_SHOULDER_DROP * width;
  const risen = (side: PictureSide) => line.drop[side] - shoulderTopBelow(line, side, TIP, width);
  return (risen('left') + risen('right')) / 2;
}
