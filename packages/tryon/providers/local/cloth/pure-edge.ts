import type { Mask, Plane, RgbImage } from '@proteus/raster/types.ts';
import { mix, smoothStep } from '../../../stages/warp/scalar.ts';
import type { Overlay } from '../overlay.ts';
import { paint, reveal } from '../overlay.ts';
import { planeAbove } from '../part-mask.ts';
import { fillFromRegion, readFill } from '../plate/region-fill.ts';

/** What is this pure shows nothing of what is behind it. */
export const PURE = 0.97;
/** Old cloth shines through at an edge up to this far from it, pixels. */
export const MIXED = 4;
/** Below this share a pixel's mixture is taken for cloth alone. */
const FAINTEST = 0.15;

/**
 * Brings hair or limbs back to the front. Where they lay over old cloth their edge shows a mixture of
 * both; there their own colour is drawn instead, or a line of the old colour would surround them.
 *
 * @param share of each pixel that belongs to them, 0 to 1.
 * @param oldCloth 255 on the old cloth and up to `MIXED` around it.
 */
export function revealPure(
  overlay: Overlay,
  picture: RgbImage,
  share: Plane,
  oldCloth: Mask,
): void {
  const own = fillFromRegion(picture, planeAbove(share, PURE));
  const colour = new Float32Array(3);
  for (let pixel = 0; pixel < share.data.length; pixel++) {
    const part = share.data[pixel]!;
    if (part <= 0.02 || (overlay.coverage[pixel] === 0 && overlay.gain[pixel] === 1)) continue;
    if (own === null || oldCloth.data[pixel] === 0 || part >= PURE) {
      reveal(overlay, pixel, part);
      continue;
    }
    const opacity = smoothStep(FAINTEST, 1, part);
    readFill(own, pixel % picture.width, Math.floor(pixel / picture.width), colour);
    const at = pixel * 3;
    const trust = part * part;
    paint(
      overlay,
      pixel,
      mix(colour[0]!, picture.data[at]!, trust),
      mix(colour[1]!, picture.data[at + 1]!, trust),
      mix(colour[2]!, picture.data[at + 2]!, trust),
      opacity,
    );
  }
}
