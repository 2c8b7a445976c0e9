import { PART } from '@proteus/contracts/person-parts.ts';
import { connectedComponents } from '@proteus/raster/connected-components.ts';
import { createMask } from '@proteus/raster/create-mask.ts';
import type { Mask } from '@proteus/raster/types.ts';
import type { PersonAnalysis } from '../../../person-analysis.ts';
import { acrossFrame, belowShoulders } from '../../../stages/warp/body/frame-coordinates.ts';
import { BEHIND } from './behind-cloth.ts';

/** Pockets lie no further from the body's middle and no further below the shoulder joints, in shoulder widths. */
const WIDEST = 0.4;
const LOWEST = 0.1;

/**
 * Makes pockets of background beside the neck skin: a high collar between hair and neck hid no view
 * past the person, so where the backdrop seen does not reach it is the neck's own side.
 *
 * @param kinds `BEHIND` by pixel; changed in place.
 */
export function closeNeckPockets(kinds: Mask, { parts, frame }: PersonAnalysis): void {
  const { width, height, data } = kinds;
  const behind = createMask(width, height);
  for (let i = 0; i < data.length; i++) {
    if (data[i] === BEHIND.background) behind.data[i] = 255;
  }
  const { labels, components } = connectedComponents(behind);
  for (const piece of components) {
    const isPocket = (x: number, y: number): boolean => {
      if (x === 0 || y === 0 || x === width - 1 || y === height - 1) return false;
      if (Math.abs(acrossFrame(frame, x, y)) > WIDEST) return false;
      if (belowShoulders(frame, x, y) > LOWEST * frame.shoulderWidth) return false;
      const i = y * width + x;
      return [i - 1, i + 1, i - width, i + width].every(
        (j) => data[j] !== BEHIND.untouched || parts.data[j] !== PART.background,
      );
    };
    if (!everyPixel(labels, width, piece, isPocket)) continue;
    everyPixel(labels, width, piece, (x, y) => {
      data[y * width + x] = BEHIND.trunk;
      return true;
    });
  }
}

/** Whether something holds for every pixel of a piece. */
function everyPixel(
  labels: Int32Array,
  width: number,
  piece: { label: number; x: number; y: number; width: number; height: number },
  holds: (x: number, y: number) => boolean,
): boolean {
  for (let y = piece.y; y < piece.y + piece.height; y++) {
    for (let x = piece.x; x < piece.x + piece.width; x++) {
      if (labels[y * width + x] === piece.label && !holds(x, y)) return false;
    }
  }
  return true;
}
