import { PART } from '@proteus/contracts/person-parts.ts';
import { connectedComponents } from '@proteus/raster/connected-components.ts';
import { createMask } from '@proteus/raster/create-mask.ts';
import type { Mask } from '@proteus/raster/types.ts';
import type { PersonAnalysis } from '../../../person-analysis.ts';
import { acrossFrame, belowShoulders } from '../../../stages/warp/body/frame-coordinates.ts';
import { BEHIND } from './behind-cloth.ts';

/** Pockets beside the neck lie no further from the body's middle and below the shoulder joints, in shoulder widths ... */
const NECK = { widest: 0.4, lowest: 0.1 };
/** ... those of the armpits no lower, in torso lengths, and are no wider, in shoulder widths: wider ones are the view between arm and waist. */
const ARMPIT = { lowest: 0.6, width: 0.12 };

/**
 * Makes pockets of background on the body skin: neither a high collar between hair and neck nor a
 * sleeve at the armpit hid a view past the person, so where the backdrop seen does not reach it is
 * the body's own side.
 *
 * @param kinds `BEHIND` by pixel; changed in place.
 */
export function closePockets(kinds: Mask, { parts, frame }: PersonAnalysis): void {
  const { width, height, data } = kinds;
  const behind = createMask(width, height);
  for (let i = 0; i < data.length; i++) {
    if (data[i] === BEHIND.background) behind.data[i] = 255;
  }
  const { labels, components } = connectedComponents(behind);
  for (const piece of components) {
    const isNarrow = piece.width < ARMPIT.width * frame.shoulderWidth;
    const isPocket = (x: number, y: number): boolean => {
      if (x === 0 || y === 0 || x === width - 1 || y === height - 1) return false;
      const below = belowShoulders(frame, x, y);
      const isAtNeck =
        Math.abs(acrossFrame(frame, x, y)) < NECK.widest &&
        below < NECK.lowest * frame.shoulderWidth;
      if (!isAtNeck && !(isNarrow && below > 0 && below < ARMPIT.lowest * frame.torsoLength)) {
        return false;
      }
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
