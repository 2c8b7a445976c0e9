import { PART } from '@proteus/contracts/person-parts.ts';
import { erode } from '@proteus/raster/erode.ts';
import { labToRgbColour } from '@proteus/raster/lab-to-rgb.ts';
import { rgbToLab } from '@proteus/raster/rgb-to-lab.ts';
import { smoothStep } from '../../../stages/warp/scalar.ts';
import type { NearbyPerson } from '../crop-person.ts';
import type { Overlay } from '../overlay.ts';
import { shift } from '../overlay.ts';
import { isSkin, partMask } from '../part-mask.ts';
import { fillFromRegion } from '../plate/region-fill.ts';

/** Cloth colours skin beside it up to here for sure, and hardly any further, in shoulder widths. */
const REACH = [0.1, 0.25] as const;
/** Deep inside the cloth its colour is its own, pixels. */
const INSIDE = 3;
/** Skin's own tints depart from its tone by up to this, in steps of a* and b*. */
const OWN_TINT = 5;
/** What departs from the skin's tone aside from the cloth's, or is brighter, is no skin (a bag, a cuff). */
const OTHER_TINT = [6, 10] as const;
const BRIGHTER = [10, 18] as const;
/** Cloth of a tint this near to the skin's colours nothing. */
const TELLING = 14;

/**
 * Takes the old cloth's light off the bare skin beside it: a red top makes the inner arms red. Only
 * the tint goes, and only as far as it points to the cloth's; light and shade stay.
 *
 * @param toCloth squared distance of each pixel from the old top, in pixels.
 */
export function removeBounce(overlay: Overlay, person: NearbyPerson, toCloth: Float32Array): void {
  const { picture, parts, lab, skinTone, regions, frame } = person;
  const cloth = partMask(parts, (part) => part === PART['upper-clothes']);
  const fill = fillFromRegion(picture, erode(cloth, INSIDE));
  if (fill === null) return;
  const worn = rgbToLab(fill.small);
  const { width } = picture;
  const step = worn.width / width;
  const near = REACH[0] * frame.shoulderWidth;
  const far = REACH[1] * frame.shoulderWidth;
  for (let pixel = 0; pixel < toCloth.length; pixel++) {
    const part = parts.data[pixel]!;
    if (toCloth[pixel]! >= far * far || part === PART.face || !isSkin(part)) continue;
    const x = pixel % width;
    const row = Math.min(worn.height - 1, Math.floor(((pixel - x) / width) * step));
    const block = (row * worn.width + Math.min(worn.width - 1, Math.floor(x * step))) * 3;
    const towardsA = worn.data[block + 1]! - skinTone[1];
    const towardsB = worn.data[block + 2]! - skinTone[2];
    const distance = Math.hypot(towardsA, towardsB);
    if (distance < TELLING) continue;
    const at = pixel * 3;
    const a = lab.data[at + 1]!;
    const b = lab.data[at + 2]!;
    const tint = ((a - skinTone[1]) * towardsA + (b - skinTone[2]) * towardsB) / distance;
    if (tint <= OWN_TINT) continue;
    const aside = ((a - skinTone[1]) * towardsB - (b - skinTone[2]) * towardsA) / distance;
    const brighter = lab.data[at]! - skinTone[0];
    const weight =
      (1 - smoothStep(near, far, Math.sqrt(toCloth[pixel]!))) *
      (1 - smoothStep(OTHER_TINT[0], OTHER_TINT[1], Math.abs(aside))) *
      (1 - smoothStep(BRIGHTER[0], BRIGHTER[1], brighter));
    const less = ((tint - OWN_TINT) * weight) / distance;
    const [red, green, blue] = labToRgbColour(
      lab.data[at]!,
      a - towardsA * less,
      b - towardsB * less,
    );
    const { data } = picture;
    const share = regions.skin.data[pixel]!;
    shift(
      overlay,
      pixel,
      (red - data[at]!) * share,
      (green - data[at + 1]!) * share,
      (blue - data[at + 2]!) * share,
    );
  }
}
