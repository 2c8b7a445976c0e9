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

/** From this share of its outline that is seen on, loose hair is around a pocket: the collar lay before it. */
const IN_HAIR = 0.25;
/** A smaller one, in square shoulder widths, is a crack beside the neck. */
const CRACK = 0.008;

/**
 * Makes pockets of background on the body skin, or the hair that is around them: neither a high collar between hair and neck nor a
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
    let outline = 0;
    let inHair = 0;
    let lowest = Number.NEGATIVE_INFINITY;
    everyPixel(labels, width, piece, (x, y) => {
      const i = y * width + x;
      lowest = Math.max(lowest, belowShoulders(frame, x, y));
      for (const j of [i - 1, i + 1, i - width, i + width]) {
        if (data[j] !== BEHIND.untouched) continue;
        outline++;
        if (parts.data[j] === PART.hair) inHair++;
      }
      return true;
    });
    const isInHair =
      lowest < NECK.lowest * frame.shoulderWidth &&
      piece.area > CRACK * frame.shoulderWidth ** 2 &&
      inHair > IN_HAIR * outline;
    const kind = isInHair ? BEHIND.hair : BEHIND.trunk;
    everyPixel(labels, width, piece, (x, y) => {
      data[y * width + x] = kind;
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
