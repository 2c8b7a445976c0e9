import { connectedComponents } from '@proteus/raster/connected-components.ts';
import type { Rectangle } from '@proteus/raster/crop.ts';
import type { LabImage, Mask, Point } from '@proteus/raster/types.ts';

/** How far below the collar points a maker's label may hang, in parts of the opening's width. */
const LOWEST = 0.85;
const LOWEST_TOP = 0.42;
/** Its middle lies this near the opening's, and it is so wide and high, in the same. */
const OFF_MIDDLE = 0.25;
const NARROWEST = 0.09;
const WIDEST = 0.6;
const FLATTEST = 0.05;
/** Share of its box that a label fills: it is a rectangle, if not quite upright ... */
const LEAST_FILLED = 0.8;
/** ... or several sewn together, with writing on them: believed where they differ more from the cloth. */
const LEAST_FILLED_BY_SEVERAL = 0.45;
const CLEAR_CONTRAST = 25;
/** ΔE between pixels side by side from which an edge runs between them ... */
const EDGE = 5;
/** ... and between a label and the cloth on each side of it, so many pixels away. */
const LEAST_CONTRAST = 7.5;
const RING = 3;

/** The difference of two pixels' colours, ΔE*ab. */
function difference({ data }: LabImage, a: number, b: number): number {
  return Math.hypot(
    data[a * 3]! - data[b * 3]!,
    data[a * 3 + 1]! - data[b * 3 + 1]!,
    data[a * 3 + 2]! - data[b * 3 + 2]!,
  );
}

/** Where the cloth is of one colour, in a window of the photo. */
function plainPixels(lab: LabImage, mask: Mask, window: Rectangle): Mask {
  const { x, y, width, height } = window;
  const data = new Uint8Array(width * height);
  for (let row = 0; row < height - 1; row++) {
    for (let column = 0; column < width - 1; column++) {
      const pixel = (y + row) * lab.width + x + column;
      if (mask.data[pixel] === 0) continue;
      const right = difference(lab, pixel, pixel + 1);
      if (Math.max(right, difference(lab, pixel, pixel + lab.width)) < EDGE) {
        data[row * width + column] = 255;
      }
    }
  }
  return { width, height, data };
}

/** Mean colour of a piece of the photo; null where it leaves the garment. */
function meanColour(lab: LabImage, mask: Mask, box: Rectangle): readonly number[] | null {
  const sum = [0, 0, 0];
  for (let y = box.y; y < box.y + box.height; y++) {
    for (let x = box.x; x < box.x + box.width; x++) {
      const pixel = y * lab.width + x;
      if (x < 0 || y < 0 || x >= lab.width || y >= lab.height || !mask.data[pixel]) return null;
      for (let channel = 0; channel < 3; channel++) sum[channel]! += lab.data[pixel * 3 + channel]!;
    }
  }
  return sum.map((value) => value / (box.width * box.height));
}

/** How far a box differs from the cloth beside it, ΔE, on the side where it does so least. */
function contrastOf(lab: LabImage, mask: Mask, box: Rectangle): number {
  const { x, y, width, height } = box;
  const own = meanColour(lab, mask, box);
  if (own === null) return 0;
  const around = [
    { x, y: y - RING, width, height: 1 },
    { x, y: y + height - 1 + RING, width, height: 1 },
    { x: x - RING, y, width: 1, height },
    { x: x + width - 1 + RING, y, width: 1, height },
  ].map((side) => {
    const colour = meanColour(lab, mask, side);
    return colour === null ? 0 : Math.hypot(...colour.map((value, k) => value - own[k]!));
  });
  return Math.min(...around);
}

/**
 * The maker's labels, sewn into the back below the collar: plain rectangles in the middle of the
 * neck opening. Wherever one is seen, so is the inside of the back around it.
 *
 * @param left the opening's upper ends, in pixels.
 * @returns their boxes; none where the garment shows none, or its label is too like the cloth.
 */
export function findLabels(lab: LabImage, mask: Mask, left: Point, right: Point): Rectangle[] {
  const across = right.x - left.x;
  const x = Math.max(0, Math.round(left.x));
  const y = Math.max(0, Math.round(Math.min(left.y, right.y)));
  const window = {
    x,
    y,
    width: Math.min(lab.width - 1, Math.round(right.x)) - x,
    height: Math.min(lab.height - 1, Math.round(y + LOWEST * across)) - y,
  };
  if (window.width < 8 || window.height < 8) return [];
  const plain = plainPixels(lab, mask, window);
  const { labels, components } = connectedComponents(plain, 4);
  const found: Rectangle[] = [];
  for (const { label, width, height, ...component } of components) {
    const middle = component.x + width / 2;
    if (Math.abs(middle - window.width / 2) > OFF_MIDDLE * across) continue;
    if (width < NARROWEST * across || width > WIDEST * across) continue;
    if (height < FLATTEST * across) continue;
    let filled = 0;
    for (let row = component.y; row < component.y + height; row++) {
      const line = labels.subarray(row * window.width, (row + 1) * window.width);
      const first = line.indexOf(label);
      if (first >= 0) filled += line.lastIndexOf(label) - first + 1;
    }
    if (filled < LEAST_FILLED_BY_SEVERAL * width * height) continue;
    const box = { x: x + component.x, y: y + component.y, width, height };
    const least = filled < LEAST_FILLED * width * height ? CLEAR_CONTRAST : LEAST_CONTRAST;
    if (contrastOf(lab, mask, box) > least) found.push(box);
  }
  // A print can hold rectangles, too, but none hangs from the collar.
  const top = Math.min(...found.map((box) => box.y));
  return top - y < LOWEST_TOP * across ? found : [];
}
