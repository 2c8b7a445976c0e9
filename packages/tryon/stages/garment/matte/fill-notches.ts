import { connectedComponents } from '@proteus/raster/connected-components.ts';
import { createMask } from '@proteus/raster/create-mask.ts';
import type { Mask } from '@proteus/raster/types.ts';

/** Tallest notch in parts of the height: a stripe. */
const TALLEST = 0.026;
/** Lower ones are noise. */
const LOWEST = 0.007;
/** Deepest notch, likewise. */
const DEEPEST = 0.016;
/** Fewest notches that make a pattern; armpits and vents are fewer. */
const LEAST_COUNT = 16;

/**
 * Fills the rows of shallow notches that stripes of the backdrop's colour leave in an outline:
 * each has cloth above and below, and there are many of them.
 *
 * @param mask the outline; changed in place.
 */
export function fillNotches(mask: Mask): void {
  const { width, height, data } = mask;
  const gaps = createMask(width, height);
  const tallest = Math.round(TALLEST * height);
  const lastCloth = new Int32Array(width).fill(-height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      if (!data[y * width + x]) continue;
      const above = lastCloth[x]!;
      if (y - above <= tallest + 1) {
        for (let row = above + 1; row < y; row++) gaps.data[row * width + x] = 255;
      }
      lastCloth[x] = y;
    }
  }
  const { labels, components } = connectedComponents(gaps);
  const notches = components.filter(
    (part) => part.width <= DEEPEST * height && part.height >= LOWEST * height,
  );
  if (notches.length < LEAST_COUNT) return;
  const fills = new Uint8Array(components.length + 1);
  for (const notch of notches) fills[notch.label] = 1;
  for (let i = 0; i < data.length; i++) if (fills[labels[i]!]) data[i] = 255;
}
