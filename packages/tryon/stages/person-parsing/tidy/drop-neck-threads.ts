import type { LabImage } from '@proteus/raster/types.ts';
import type { BodyCoordinates } from '../evidence/body-coordinates.ts';
import { BACKGROUND, SKIN, UPPER } from '../regions/region-priors.ts';
import { fromMixtures, MIXED } from './mixture.ts';

/** An edge mixes over no more than so many parse pixels. */
const WIDEST = 3;
/** Beyond the thread, pure colours are read so many pixels further on. */
const PURE = 2;

/**
 * Gives threads of the top up the side of a bare neck back to the skin: where white cloth lies before a
 * white wall, the edge of skin and wall has the colours of the edge of skin and cloth.
 *
 * @param labels region of each pixel; changed in place.
 */
export function dropNeckThreads(
  labels: Uint8Array,
  lab: LabImage,
  { width, height, down }: Pick<BodyCoordinates, 'width' | 'height' | 'down'>,
): void {
  for (let y = 0; y < height; y++) {
    const end = (y + 1) * width - PURE;
    for (let i = y * width + PURE; i < end; i++) {
      if (labels[i] !== UPPER || labels[i - 1] === UPPER || down[i]! > 0) continue;
      const start = i;
      while (i < end && labels[i] === UPPER) i++;
      if (i - start > WIDEST || i === end) continue;
      const before = labels[start - 1];
      const isThread =
        (before === SKIN && labels[i] === BACKGROUND) ||
        (before === BACKGROUND && labels[i] === SKIN);
      if (!isThread) continue;
      for (let at = start; at < i; at++) {
        if (fromMixtures(lab, at, start - PURE, i + PURE - 1) < MIXED) labels[at] = SKIN;
      }
    }
  }
}
