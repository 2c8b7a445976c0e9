import { halve } from './halve.ts';
import { type AxisWeights, resampleAxis } from './resample-axis.ts';
import type { Size } from './types.ts';

/**
 * Separable resampling of interleaved values; the shared heart of `resizeRgb` and `resizePlane`.
 * Only the input rows that one output row needs are held at a time.
 *
 * @param source `from.width * from.height * channels` values.
 * @param target receives `to.width * to.height * channels` values; a `Uint8ClampedArray` rounds.
 */
export function resample(
  source: Uint8Array | Float32Array,
  from: Size,
  target: Uint8ClampedArray | Float32Array,
  to: Size,
  channels: number,
): void {
  if (from.width === 2 * to.width && from.height === 2 * to.height) {
    halve(source, from, target, channels);
    return;
  }
  const across = resampleAxis(from.width, to.width);
  const down = resampleAxis(from.height, to.height);
  const rowLength = to.width * channels;
  const inputRow = new Float32Array(from.width * channels);
  const outputRow = new Float32Array(rowLength);
  // Starts never decrease, so a ring of `taps` rows holds everything that is still needed.
  const ring = Array.from({ length: down.taps }, () => new Float32Array(rowLength));
  let ready = 0;
  for (let y = 0; y < to.height; y++) {
    const first = down.start[y]!;
    ready = Math.max(ready, first);
    for (; ready < first + down.taps; ready++) {
      inputRow.set(source.subarray(ready * inputRow.length, (ready + 1) * inputRow.length));
      resampleRow(inputRow, ring[ready % down.taps]!, across, channels);
    }
    outputRow.fill(0);
    for (let k = 0; k < down.taps; k++) {
      const weight = down.weights[y * down.taps + k]!;
      if (weight !== 0) addScaled(outputRow, ring[(first + k) % down.taps]!, weight);
    }
    target.set(outputRow, y * rowLength);
  }
}

function addScaled(target: Float32Array, row: Float32Array, weight: number): void {
  for (let i = 0; i < target.length; i++) target[i]! += weight * row[i]!;
}

function resampleRow(
  source: Float32Array,
  target: Float32Array,
  axis: AxisWeights,
  channels: number,
): void {
  if (channels === 3) {
    resampleRow3(source, target, axis);
    return;
  }
  if (channels === 1) {
    resampleRow1(source, target, axis);
    return;
  }
  const { start, taps, weights } = axis;
  for (let x = 0, w = 0; x < start.length; x++, w += taps) {
    for (let c = 0; c < channels; c++) {
      let sum = 0;
      let at = start[x]! * channels + c;
      for (let k = 0; k < taps; k++, at += channels) sum += weights[w + k]! * source[at]!;
      target[x * channels + c] = sum;
    }
  }
}

function resampleRow1(source: Float32Array, target: Float32Array, axis: AxisWeights): void {
  const { start, taps, weights } = axis;
  for (let x = 0, w = 0; x < start.length; x++, w += taps) {
    const at = start[x]!;
    let sum = 0;
    for (let k = 0; k < taps; k++) sum += weights[w + k]! * source[at + k]!;
    target[x] = sum;
  }
}

function resampleRow3(source: Float32Array, target: Float32Array, axis: AxisWeights): void {
  const { start, taps, weights } = axis;
  for (let x = 0, w = 0; x < start.length; x++, w += taps) {
    let r = 0;
    let g = 0;
    let b = 0;
    for (let k = 0, at = start[x]! * 3; k < taps; k++, at += 3) {
      const weight = weights[w + k]!;
      r += weight * source[at]!;
      g += weight * source[at + 1]!;
      b += weight * source[at + 2]!;
    }
    target[x * 3] = r;
    target[x * 3 + 1] = g;
    target[x * 3 + 2] = b;
  }
}
