import type { Rectangle } from './crop.ts';

/**
 * Distance of every pixel of a window to the nearest set (or unset) pixel of the same column within it.
 *
 * @param data a mask's, `stride` a row.
 * @param limit is written where that pixel is this far away or farther; at most 65,535.
 * @returns `window.width * window.height` distances. The array is lent: the next call overwrites it.
 */
export function columnDistance(
  data: Uint8Array,
  stride: number,
  window: Rectangle,
  kind: 'set' | 'unset',
  limit: number,
): Uint16Array {
  const { width, height } = window;
  const count = width * height;
  const distance = lend(count);
  const wantsUnset = kind === 'unset';
  for (let y = 0, i = 0; y < height; y++) {
    let at = (window.y + y) * stride + window.x;
    for (const end = i + width; i < end; i++, at++) {
      if ((data[at] === 0) === wantsUnset) distance[i] = 0;
      else {
        const next = y === 0 ? limit : distance[i - width]! + 1;
        distance[i] = next < limit ? next : limit;
      }
    }
  }
  for (let i = count - width - 1; i >= 0; i--) {
    const below = distance[i + width]! + 1;
    if (below < distance[i]!) distance[i] = below;
  }
  return distance;
}

/** Masks are grown and shrunk dozens of times for one picture; that many fresh planes cost more than the work. */
let lent = new Uint16Array(0);

function lend(count: number): Uint16Array {
  if (lent.length < count) lent = new Uint16Array(count);
  return lent;
}
