import { PART } from '@proteus/contracts/person-parts.ts';
import type { Mask } from '@proteus/raster/types.ts';
import type { PersonAnalysis } from '../../../person-analysis.ts';
import { belowShoulders } from '../../../stages/warp/body/frame-coordinates.ts';
import type { SeenBackdrop } from '../backdrop/seen-backdrop.ts';
import { BEHIND } from './behind-cloth.ts';
import { differenceAt } from './difference-at.ts';
import { readFill } from './region-fill.ts';

/** Necks and the shoulders' tops end above here, in shoulder widths below the shoulder joints. */
const LOWEST = 0.1;
/** What differs less from the plain wall, in 8-bit steps over all channels, is the wall. */
const ALIKE = 12;

/**
 * Leaves the wall beside a neck and above shoulders the wall: the mask of the person is coarse there, and
 * the drawn body a guess, so skin would be drawn over what the photo shows. Changes `kinds` in place.
 *
 * @param kinds `BEHIND` by pixel.
 * @param seen the backdrop; a busy one tells nothing.
 */
export function keepWallAtNeck(
  kinds: Mask,
  { picture, parts, frame }: Pick<PersonAnalysis, 'picture' | 'parts' | 'frame'>,
  seen: SeenBackdrop | null,
): void {
  if (seen === null || seen.busyness !== null) return;
  const { width, data } = kinds;
  const lowest = LOWEST * frame.shoulderWidth;
  const wall = new Float32Array(3);
  for (let pixel = 0; pixel < data.length; pixel++) {
    const isBody = data[pixel] === BEHIND.trunk || data[pixel] === BEHIND.arm;
    if (!isBody || parts.data[pixel] !== PART.background) continue;
    const x = pixel % width;
    const y = (pixel - x) / width;
    if (belowShoulders(frame, x, y) > lowest) continue;
    readFill(seen.smooth, x, y, wall);
    if (differenceAt(picture.data, pixel, wall) < ALIKE) data[pixel] = BEHIND.background;
  }
}
