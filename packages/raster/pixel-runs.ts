import type { Rectangle } from './crop.ts';

/** Stretches of one kind of pixels along the rows of a window. */
export interface PixelRuns {
  /** Where each row's runs begin in `ends`, and one entry more. */
  readonly starts: Int32Array;
  /** First and last column of each run, counted from the window's left. */
  readonly ends: Int32Array;
}

/** A picture's masks have some thousand runs; noise has more. */
let lent = new Int32Array(2 ** 14);

/**
 * Finds the runs of the set (or unset) pixels in a window of a mask.
 *
 * @param stride of the mask's rows.
 * @returns arrays; `ends` is lent: the next call overwrites it.
 */
export function findPixelRuns(
  data: Uint8Array,
  stride: number,
  window: Rectangle,
  kind: 'set' | 'unset',
): PixelRuns {
  const { width, height } = window;
  const isUnset = kind === 'unset';
  const starts = new Int32Array(height + 1);
  let ends = lent;
  let count = 0;
  for (let y = 0; y < height; y++) {
    // The most that one row can have.
    if (count + width + 1 > ends.length) {
      lent = new Int32Array(2 * ends.length + width + 1);
      lent.set(ends);
      ends = lent;
    }
    const row = (window.y + y) * stride + window.x;
    for (let x = 0; x < width; x++) {
      while (x < width && (data[row + x] === 0) !== isUnset) x++;
      if (x === width) break;
      ends[count] = x;
      while (x < width && (data[row + x] === 0) === isUnset) x++;
      ends[count + 1] = x - 1;
      count += 2;
    }
    starts[y + 1] = count;
  }
  return { starts, ends };
}
