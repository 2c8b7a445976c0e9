import { blurMask } from '@proteus/raster/blur-mask.ts';
import { createMask } from '@proteus/raster/create-mask.ts';
import type { NearbyPerson } from '../crop-person.ts';

/** What was taken for the top's now changes from skin to cloth over so many pixels. */
const EDGE = 0.8;

/**
 * Moves what has been given to the old top by its label there by its share as well: arms are drawn in
 * front of new cloth by their share.
 *
 * @param person as told anew.
 * @param seen as the parse had them.
 */
export function moveSharesToTop(person: NearbyPerson, seen: NearbyPerson): NearbyPerson {
  const { width, height, data } = person.parts;
  const found = createMask(width, height);
  for (let pixel = 0; pixel < data.length; pixel++) {
    if (data[pixel] !== seen.parts.data[pixel]) found.data[pixel] = 255;
  }
  const moved = blurMask(found, EDGE).data;
  const skin = person.regions.skin.data.slice();
  const upper = person.regions.upper.data.slice();
  for (let pixel = 0; pixel < moved.length; pixel++) {
    const share = moved[pixel]! * skin[pixel]!;
    skin[pixel]! -= share;
    upper[pixel]! += share;
  }
  const regions = {
    ...person.regions,
    skin: { width, height, data: skin },
    upper: { width, height, data: upper },
  };
  return { ...person, regions };
}
