import type { LabImage } from '@proteus/raster/types.ts';
import type { BodyCoordinates } from '../evidence/body-coordinates.ts';
import { BACKGROUND, SKIN, UPPER } from '../regions/region-priors.ts';

/** An edge mixes over no more than so many parse pixels. */
const WIDEST = 3;
/** Beyond the thread, pure colours are read so many pixels further on. */
const PURE = 2;
/** A colour this near to the line between two others is a mixture of them, ΔE*ab. */
const MIXED = 8;

/** How far a pixel's colour lies from the mixtures of two others. */
function fromMixtures({ data }: LabImage, pixel: number, one: number, two: number): number {
  let along = 0;
  let squares = 0;
  for (let k = 0; k < 3; k++) {
    const step = data[two * 3 + k]! - data[one * 3 + k]!;
    along += step * (data[pixel * 3 + k]! - data[one * 3 + k]!);
    squares += step * step;
  }
  const share = squares === 0 ? 0 : Math.min(1, Math.max(0, along / squares));
  let distance = 0;
  for (let k = 0; k < 3; k++) {
    const step = data[two * 3 + k]! - data[one * 3 + k]!;
    distance += (data[pixel * 3 + k]! - data[one * 3 + k]! - share * step) ** 2;
  }
  return Math.sqrt(distance);
}

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
