import { PART } from '@proteus/contracts/person-parts.ts';
import { erode } from '@proteus/raster/erode.ts';
import type { Mask } from '@proteus/raster/types.ts';
import type { PersonAnalysis } from '../../../person-analysis.ts';
import { smoothStep } from '../../../stages/warp/scalar.ts';
import { busynessAt } from '../backdrop/busyness.ts';
import type { SeenBackdrop } from '../backdrop/seen-backdrop.ts';
import { differenceAt } from './difference-at.ts';
import { fillFromRegion, type RegionFill, readFill } from './region-fill.ts';

/** How much of a background pixel is old cloth that the parse has missed, 0 to 1. */
export type ClothResidue = (pixel: number) => number;

/** Differences from the clean background, in its own deviations and in 8-bit steps, that mean cloth. */
const DEVIATIONS = 3;
const LEAST = 5;
/** Cloth of a colour this near to the background's cannot be told by its hue. */
const TELLING = 30;
/** A difference is the cloth's when it points its way: cosine from … to. */
const LIKENESS = [0.55, 0.85] as const;
/** Deep inside the cloth its colour is its own, pixels. */
const INSIDE = 3;
/** What is so many times as far from the cloth's own colour as the cloth itself mostly is, is none of it. */
const FOREIGN = [5, 8] as const;
/** The person's mask says this surely that a pixel is not background. */
const ON_PERSON = [0.4, 0.8] as const;

/** Median difference between the photo and a colour that was continued, where `isSeen`. */
function medianDeviation(
  { picture, parts }: PersonAnalysis,
  fill: RegionFill,
  isSeen: (pixel: number) => boolean,
): number {
  const counts = new Uint32Array(256);
  const colour = new Float32Array(3);
  let total = 0;
  for (let pixel = 0; pixel < parts.data.length; pixel += 7) {
    if (!isSeen(pixel)) continue;
    readFill(fill, pixel % picture.width, Math.floor(pixel / picture.width), colour);
    counts[Math.min(255, Math.round(differenceAt(picture.data, pixel, colour)))]!++;
    total++;
  }
  let seen = 0;
  let middle = 0;
  while (middle < 255 && seen + counts[middle]! < total / 2) seen += counts[middle++]!;
  return middle;
}

/**
 * Tells old cloth that was parsed as background: by the person's mask, and by a colour that departs
 * from the clean background towards the cloth's.
 *
 * @param backdrop continued from well outside the cloth.
 */
export function createResidue(
  person: PersonAnalysis,
  cloth: Mask,
  backdrop: SeenBackdrop,
): ClothResidue {
  const { picture, pose, parts } = person;
  const { width, data } = picture;
  const own = fillFromRegion(picture, erode(cloth, INSIDE));
  const { smooth, busyness } = backdrop;
  const deviation = medianDeviation(
    person,
    smooth,
    (pixel) => parts.data[pixel] === PART.background && pose.personMask.data[pixel]! <= 0.1,
  );
  const spread =
    own === null ? 0 : LEAST + medianDeviation(person, own, (pixel) => cloth.data[pixel] !== 0);
  const behind = new Float32Array(3);
  const worn = new Float32Array(3);
  return (pixel) => {
    const x = pixel % width;
    const y = (pixel - x) / width;
    readFill(smooth, x, y, behind);
    const usual = busyness === null ? deviation : Math.max(deviation, busynessAt(busyness, x, y));
    const least = LEAST + DEVIATIONS * usual;
    const difference = differenceAt(data, pixel, behind);
    let onPerson = smoothStep(ON_PERSON[0], ON_PERSON[1], pose.personMask.data[pixel]!);
    let departs = smoothStep(least, 2 * least, difference);
    if (own !== null && (departs > 0 || onPerson > 0)) {
      readFill(own, x, y, worn);
      // The mask is coarse: it closes gaps between arm and side, where the wall is seen.
      onPerson *= 1 - smoothStep(FOREIGN[0], FOREIGN[1], differenceAt(data, pixel, worn) / spread);
      let product = 0;
      let squares = 0;
      for (let channel = 0; channel < 3; channel++) {
        const towards = worn[channel]! - behind[channel]!;
        product += towards * (data[pixel * 3 + channel]! - behind[channel]!);
        squares += towards * towards;
      }
      const distance = Math.sqrt(squares);
      if (departs > 0 && distance > TELLING) {
        departs *= smoothStep(LIKENESS[0], LIKENESS[1], product / (distance * difference));
      }
    }
    return Math.max(onPerson, departs);
  };
}
