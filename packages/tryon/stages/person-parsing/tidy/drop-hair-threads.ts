import type { LabImage } from '@proteus/raster/types.ts';
import type { BodyCoordinates } from '../evidence/body-coordinates.ts';
import { BACKGROUND, HAIR, SKIN, UPPER } from '../regions/region-priors.ts';
import { fromMixtures, MIXED } from './mixture.ts';

/** A shadow between neck and collar, or an edge, is no more than so many parse pixels wide. */
const WIDEST = 4;
/** Beyond it, pure colours are read so many pixels further on. */
const PURE = 2;
/** A neck lies from here, in face radii below the face's middle, to here, in torso lengths below the shoulders. */
const JAW = -0.7;
const NECK_END = 0.15;

/**
 * Takes threads down the side of a bare neck from the hair: the dark gap between neck and collar is the
 * collar's, and what is a mixture of skin and wall is the skin's edge. Locks stand out from both by their
 * colour.
 *
 * @param labels region of each pixel; changed in place.
 */
export function dropHairThreads(
  labels: Uint8Array,
  lab: LabImage,
  { width, height, down, faceUp }: Pick<BodyCoordinates, 'width' | 'height' | 'down' | 'faceUp'>,
): void {
  for (let y = 0; y < height; y++) {
    const end = (y + 1) * width - PURE;
    for (let i = y * width + PURE; i < end; i++) {
      if (labels[i] !== HAIR || labels[i - 1] === HAIR) continue;
      const start = i;
      while (i < end && labels[i] === HAIR) i++;
      if (i - start > WIDEST || i === end) continue;
      if (faceUp[start]! > JAW || down[start]! > NECK_END) continue;
      const one = start - PURE;
      const two = i + PURE - 1;
      const beside = [labels[start - 1]!, labels[i]!];
      if (!beside.includes(SKIN)) continue;
      for (let at = start; at < i; at++) {
        if (beside.includes(UPPER) && isDarker(lab, at, one, two)) labels[at] = UPPER;
        else if (beside.includes(BACKGROUND) && fromMixtures(lab, at, one, two) < MIXED) {
          labels[at] = SKIN;
        }
      }
    }
  }
}

function isDarker({ data }: LabImage, pixel: number, one: number, two: number): boolean {
  return data[pixel * 3]! < Math.min(data[one * 3]!, data[two * 3]!);
}
