/**
 * Distance of every pixel of some rows to the nearest set (or unset) pixel of the same column within
 * those rows.
 *
 * @param data a mask's, `width` a row.
 * @param first row to begin with.
 * @param limit is written where that pixel is this far away or farther; at most 65,535.
 * @returns `rows * width` distances. The array is lent: the next call overwrites it.
 */
export function columnDistance(
  data: Uint8Array,
  width: number,
  first: number,
  rows: number,
  kind: 'set' | 'unset',
  limit: number,
): Uint16Array {
  const count = rows * width;
  const distance = lend(count);
  const start = first * width;
  const wantsUnset = kind === 'unset';
  for (let x = 0; x < width; x++) {
    distance[x] = (data[start + x] === 0) === wantsUnset ? 0 : limit;
  }
  for (let i = width; i < count; i++) {
    if ((data[start + i] === 0) === wantsUnset) distance[i] = 0;
    else {
      const next = distance[i - width]! + 1;
      distance[i] = next < limit ? next : limit;
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
