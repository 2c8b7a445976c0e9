import { dilate } from '@proteus/raster/dilate.ts';
import { erode } from '@proteus/raster/erode.ts';
import type { Mask, Plane, RgbImage } from '@proteus/raster/types.ts';
import type { PersonAnalysis } from '../../../person-analysis.ts';
import { smoothStep } from '../../../stages/warp/scalar.ts';
import { planeAbove } from '../part-mask.ts';
import { fillFromRegion, readFill } from '../plate/region-fill.ts';

/** A lock's edge may lie this far inside what the parse has for hair before old cloth, in shoulder widths. */
const EDGE = 0.05;
/** Hair and cloth whose colours are nearer than this, of 255 a channel, do not tell where it ends. */
const LEAST_CONTRAST = 45;
/** On the way from the cloth's colour to the hair's a pixel is cloth alone up to here, and hair alone from there on. */
const MIXED = [0.2, 0.6] as const;
/** What is this surely hair tells hair's colour. */
const SURE = 0.97;

/**
 * How far hair covers each pixel: where the ends of a lock lie before old cloth, what shows between its
 * strands is cloth by its colour, whatever the parse has there.
 *
 * @param oldTop 255 on the old top.
 */
export function hairBeforeCloth(person: PersonAnalysis, oldTop: Mask): Plane {
  const { picture, regions, frame } = person;
  const { hair } = regions;
  const reach = Math.round(EDGE * frame.shoulderWidth);
  const band = dilate(oldTop, reach);
  const inBand = (pixel: number) => band.data[pixel] !== 0 && hair.data[pixel]! > 0;
  let first = 0;
  while (first < band.data.length && !inBand(first)) first++;
  if (first === band.data.length) return hair;
  const inner = planeAbove(hair, SURE);
  for (let pixel = 0; pixel < inner.data.length; pixel++) {
    if (band.data[pixel] !== 0) inner.data[pixel] = 0;
  }
  const ofHair = fillFromRegion(picture, inner);
  const ofCloth = fillFromRegion(picture, erode(oldTop, 2));
  if (ofHair === null || ofCloth === null) return hair;
  const data = hair.data.slice();
  const own = new Float32Array(3);
  const cloth = new Float32Array(3);
  for (let pixel = first; pixel < data.length; pixel++) {
    if (!inBand(pixel)) continue;
    const x = pixel % picture.width;
    const y = (pixel - x) / picture.width;
    readFill(ofHair, x, y, own);
    readFill(ofCloth, x, y, cloth);
    data[pixel] = Math.min(data[pixel]!, hairShare(picture, pixel, own, cloth));
  }
  return { width: hair.width, height: hair.height, data };
}

/** How far a pixel's colour is on its way from the cloth's to the hair's, 0 to 1; 1 where those are alike. */
function hairShare(
  { data }: RgbImage,
  pixel: number,
  hair: Float32Array,
  cloth: Float32Array,
): number {
  let dot = 0;
  let square = 0;
  for (let channel = 0; channel < 3; channel++) {
    const way = hair[channel]! - cloth[channel]!;
    dot += way * (data[pixel * 3 + channel]! - cloth[channel]!);
    square += way * way;
  }
  if (square < LEAST_CONTRAST ** 2) return 1;
  return smoothStep(MIXED[0], MIXED[1], dot / square);
}
