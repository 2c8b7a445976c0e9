import type { Size } from './types.ts';

/**
 * The mean of every four neighbours: resampling to exactly half the size, which most resampling is.
 *
 * @param source interleaved values of a picture of even width and height.
 * @param target receives half as many in either direction; a `Uint8ClampedArray` rounds.
 */
export function halve(
  source: Uint8Array | Float32Array,
  from: Size,
  target: Uint8ClampedArray | Float32Array,
  channels: number,
): void {
  const stride = from.width * channels;
  const row = new Float32Array(stride / 2);
  for (let y = 0; y < from.height / 2; y++) {
    for (let channel = 0; channel < channels; channel++) {
      halveRow(source, 2 * y * stride + channel, stride, channels, row, channel);
    }
    target.set(row, y * row.length);
  }
}

/** One channel of two rows; sums are kept in single precision, as those over more pixels are. */
function halveRow(
  source: Uint8Array | Float32Array,
  from: number,
  stride: number,
  step: number,
  row: Float32Array,
  first: number,
): void {
  for (let i = first, upper = from; i < row.length; i += step, upper += 2 * step) {
    const lower = upper + stride;
    const above = Math.fround(0.5 * source[upper]! + 0.5 * source[upper + step]!);
    const below = Math.fround(0.5 * source[lower]! + 0.5 * source[lower + step]!);
    row[i] = 0.5 * above + 0.5 * below;
  }
}
