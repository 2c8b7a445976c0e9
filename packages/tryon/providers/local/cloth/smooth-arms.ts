import { closeMask } from '@proteus/raster/close.ts';
import { connectedComponents } from '@proteus/raster/connected-components.ts';
import { createMask } from '@proteus/raster/create-mask.ts';
import { openMask } from '@proteus/raster/open.ts';
import type { Mask, Plane } from '@proteus/raster/types.ts';
import { planeAbove } from '../part-mask.ts';

/**
 * Bumps and bites of an arm's edge narrower than twice this, in shoulder widths, are prints of the old top
 * that the parse took for skin, and skin that it took for a print ...
 */
const NARROW = 0.03;
/** ... where they are no larger than so many squares of it. */
const LARGEST = 4;

/**
 * Takes small bumps off bare arms and fills small bites of them, but none of the hands'. Changes `arms` in place.
 *
 * @param arms how far an arm lies in front of the garment, 0 to 1.
 * @param hands the same of hands.
 * @param unit shoulder width in pixels.
 * @param isBare tells where no old sleeve covered an arm: drawn arms have no bumps.
 */
export function smoothArms(
  arms: Plane,
  hands: Float32Array,
  unit: number,
  isBare: (pixel: number) => boolean,
): void {
  const reach = NARROW * unit;
  const { width, height, data } = arms;
  const seen = data.map((share, pixel) => Math.max(share, hands[pixel]!));
  const firm = planeAbove({ width, height, data: seen }, 0.5);
  const smooth = openMask(closeMask(firm, reach), reach).data;
  const differing = createMask(width, height);
  for (let pixel = 0; pixel < data.length; pixel++) {
    const isOwn = hands[pixel]! <= 0 && isBare(pixel);
    if (isOwn && smooth[pixel] !== firm.data[pixel]) differing.data[pixel] = 255;
  }
  const { labels, components } = connectedComponents(differing);
  if (components.length === 0) return;
  const isBridge = findBridges(labels, components.length, firm);
  for (let pixel = 0; pixel < data.length; pixel++) {
    const label = labels[pixel]!;
    // A long strip is a thin arm, or the arm beside one.
    if (label === 0 || components[label - 1]!.area > LARGEST * reach ** 2) continue;
    if (isBridge[label] === 1) continue;
    data[pixel] = smooth[pixel] === 0 ? 0 : 1;
  }
}

/**
 * Tells by label which pieces part what is firm in two: a short one of a thin arm, not a bump of it.
 *
 * @param labels of the pieces, 0 beside them.
 */
function findBridges(labels: Int32Array, pieces: number, firm: Mask): Uint8Array {
  const { width, height } = firm;
  const rest = firm.data.map((value, pixel) => (labels[pixel] === 0 ? value : 0));
  const { labels: sides } = connectedComponents({ width, height, data: rest });
  const isBridge = new Uint8Array(pieces + 1);
  const first = new Int32Array(pieces + 1);
  for (let pixel = 0; pixel < rest.length; pixel++) {
    const label = labels[pixel]!;
    if (label === 0 || firm.data[pixel] === 0) continue;
    const x = pixel % width;
    const beside = [
      x > 0 ? pixel - 1 : pixel,
      x < width - 1 ? pixel + 1 : pixel,
      pixel - width,
      pixel + width,
    ];
    for (const other of beside) {
      const side = sides[other] ?? 0;
      if (side === 0) continue;
      if (first[label] === 0) first[label] = side;
      else if (first[label] !== side) isBridge[label] = 1;
    }
  }
  return isBridge;
}
