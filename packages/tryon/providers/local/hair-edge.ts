import { PART } from '@proteus/contracts/person-parts.ts';
import { dilate } from '@proteus/raster/dilate.ts';
import type { PersonAnalysis } from '../../person-analysis.ts';
import { mix, smoothStep } from '../../stages/warp/scalar.ts';
import type { Overlay } from './overlay.ts';
import { paint, reveal } from './overlay.ts';
import { partMask, planeAbove } from './part-mask.ts';
import { fillFromRegion, readFill } from './region-fill.ts';

/** Hair this pure shows nothing of what is behind it. */
const PURE = 0.97;
/** Old cloth shines through hair up to this far from it, pixels. */
const MIXED = 4;
/** Below this share a pixel's mixture is taken for cloth alone. */
const FAINTEST = 0.15;

/**
 * Brings the hair back to the front. Where it lay over the old top its edge shows a mixture of both;
 * there the hair's own colour is drawn instead, or a line of the old colour would surround it.
 */
export function revealHair(overlay: Overlay, person: PersonAnalysis): void {
  const { picture, parts, regions } = person;
  const { width } = picture;
  const hair = regions.hair.data;
  const overCloth = dilate(
    partMask(parts, (part) => part === PART['upper-clothes']),
    MIXED,
  ).data;
  const own = fillFromRegion(picture, planeAbove(regions.hair, PURE));
  const colour = new Float32Array(3);
  for (let pixel = 0; pixel < hair.length; pixel++) {
    const share = hair[pixel]!;
    if (share <= 0.02 || (overlay.coverage[pixel] === 0 && overlay.gain[pixel] === 1)) continue;
    if (own === null || overCloth[pixel] === 0 || share >= PURE) {
      reveal(overlay, pixel, share);
      continue;
    }
    const opacity = smoothStep(FAINTEST, 1, share);
    readFill(own, pixel % width, Math.floor(pixel / width), colour);
    const at = pixel * 3;
    const trust = share * share;
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
