import { PART } from '@proteus/contracts/person-parts.ts';
import { boxBlur } from '@proteus/raster/box-blur.ts';
import { colourBins } from '@proteus/raster/colour-bins.ts';
import {
  accumulateColours,
  createColourHistogram,
  normaliseHistogram,
  smoothHistogram,
} from '@proteus/raster/colour-histogram.ts';
import { connectedComponents } from '@proteus/raster/connected-components.ts';
import { createPlane } from '@proteus/raster/create-plane.ts';
import { distanceTransform } from '@proteus/raster/distance-transform.ts';
import type { NearbyPerson } from '../crop-person.ts';
import { partMask } from '../part-mask.ts';

/** A seam above the hem parts it from the leg: what lies below that up to so far, in torso lengths, may be the hem. */
const REACH = 0.07;
/** Cloth is known from so many times as far up the leg. */
const KNOWN = 4;
/** Colours that are so many times as frequent in the cloth as in the shoe are the cloth's. */
const ODDS = 3;
/** What no histogram has counts this much. */
const FLOOR = 1e-4;
/** Stitches and gaps are looked over: half the width of the square that decides, pixels. */
const SQUARE = 2;

const isShoe = (part: number) => part === PART['left-shoe'] || part === PART['right-shoe'];

/**
 * Takes the hem of long trousers that the parse gave to the shoes for cloth again: it would stay around
 * the ankles when they are taken off.
 *
 * @returns the person itself where there is none of that.
 */
export function hemAsCloth(person: NearbyPerson): NearbyPerson {
  const { parts, lab, frame } = person;
  const { width, height, data } = parts;
  const reach = REACH * frame.torsoLength;
  const shoes = partMask(parts, isShoe);
  if (!shoes.data.includes(255)) return person;
  const cloth = partMask(parts, (part) => part === PART['lower-clothes']);
  const toCloth = distanceTransform(cloth);
  const toShoes = distanceTransform(shoes);
  const own = createPlane(width, height);
  const shoe = createPlane(width, height);
  let near = 0;
  for (let pixel = 0; pixel < data.length; pixel++) {
    if (cloth.data[pixel] !== 0 && toShoes[pixel]! < (KNOWN * reach) ** 2) own.data[pixel] = 1;
    if (shoes.data[pixel] === 0) continue;
    if (toCloth[pixel]! > reach ** 2) shoe.data[pixel] = 1;
    else near++;
  }
  if (near === 0) return person;
  const bins = colourBins(lab);
  const frequencies = [own, shoe].map((plane) => {
    const histogram = createColourHistogram();
    accumulateColours(histogram, bins, plane);
    return normaliseHistogram(smoothHistogram(histogram));
  });
  const odds = createPlane(width, height);
  for (let pixel = 0; pixel < data.length; pixel++) {
    const bin = bins.data[pixel]!;
    odds.data[pixel] = Math.log((frequencies[0]![bin]! + FLOOR) / (frequencies[1]![bin]! + FLOOR));
  }
  const around = boxBlur(odds, SQUARE).data;
  const hem = { ...cloth, data: cloth.data.slice() };
  for (let pixel = 0; pixel < data.length; pixel++) {
    const isNear = shoes.data[pixel] !== 0 && toCloth[pixel]! <= reach ** 2;
    if (isNear && around[pixel]! > Math.log(ODDS)) hem.data[pixel] = 255;
  }
  // Only what goes on from the cloth is its hem.
  const { labels, components } = connectedComponents(hem, 4);
  const goesOn = new Uint8Array(components.length + 1);
  for (let pixel = 0; pixel < data.length; pixel++) {
    if (cloth.data[pixel] !== 0) goesOn[labels[pixel]!] = 1;
  }
  const told = data.map((part, pixel) =>
    hem.data[pixel] !== 0 && goesOn[labels[pixel]!] === 1 ? PART['lower-clothes'] : part,
  );
  return { ...person, parts: { ...parts, data: told } };
}
