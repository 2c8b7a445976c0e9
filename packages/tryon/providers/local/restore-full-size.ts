import type { Rectangle } from '@proteus/raster/crop.ts';
import type { RgbImage, Size } from '@proteus/raster/types.ts';
import { type Overlay, SHIFTED, TOUCHED } from './overlay.ts';

/** Colour (3), coverage and gain of the overlay, interleaved. */
const CHANNELS = 5;

/** Catmull–Rom weights of four neighbours at `t` past the second. */
function cubicWeights(t: number, weights: Float32Array): void {
  weights[0] = ((2 - t) * t - 1) * t * 0.5;
  weights[1] = ((3 * t - 5) * t * t + 2) * 0.5;
  weights[2] = ((4 - 3 * t) * t + 1) * t * 0.5;
  weights[3] = (t - 1) * t * t * 0.5;
}

/** Writes one row of the overlay, interpolated down its columns. */
function interpolateRow(overlay: Overlay, y: number, row: Float32Array): void {
  const { width, height, colour, coverage, gain } = overlay;
  const weights = new Float32Array(4);
  const middle = Math.floor(y);
  cubicWeights(y - middle, weights);
  row.fill(0);
  for (let tap = 0; tap < 4; tap++) {
    const weight = weights[tap]!;
    const line = Math.min(height - 1, Math.max(0, middle - 1 + tap)) * width;
    for (let x = 0; x < width; x++) {
      const from = line + x;
      const to = x * CHANNELS;
      row[to]! += weight * colour[from * 3]!;
      row[to + 1]! += weight * colour[from * 3 + 1]!;
      row[to + 2]! += weight * colour[from * 3 + 2]!;
      row[to + 3]! += weight * coverage[from]!;
      row[to + 4]! += weight * gain[from]!;
    }
  }
}

/**
 * The first and last photo pixel whose middle lies between those of a window's outermost ones; at an edge of
 * the picture the photo's own outermost one, which may lie beyond them.
 */
function photoSpan(
  from: number,
  length: number,
  working: number,
  photo: number,
): readonly [first: number, last: number] {
  const scale = working / photo;
  const last = Math.floor((from + length - 0.5) / scale - 0.5);
  return [
    from === 0 ? 0 : Math.ceil((from + 0.5) / scale - 0.5),
    from + length === working ? photo - 1 : Math.min(photo - 1, last),
  ];
}

/** Which values of an overlay's row each column of the photo reads, four a column, and how much of each. */
interface ColumnTaps {
  /** Where a value's first channel stands in the row. */
  readonly from: Int32Array;
  readonly weights: Float32Array;
}

/**
 * @param scale overlay pixels per photo pixel.
 * @param offset position of the photo's left edge in the overlay.
 */
function columnTaps(
  left: number,
  count: number,
  scale: number,
  offset: number,
  last: number,
): ColumnTaps {
  const from = new Int32Array(count * 4);
  const weights = new Float32Array(count * 4);
  for (let column = 0; column < count; column++) {
    const position = (left + column + 0.5) * scale - 0.5 - offset;
    const middle = Math.floor(position);
    const at = column * 4;
    cubicWeights(position - middle, weights.subarray(at, at + 4));
    for (let tap = 0; tap < 4; tap++) {
      from[at + tap] = Math.min(last, Math.max(0, middle - 1 + tap)) * CHANNELS;
    }
  }
  return { from, weights };
}

/** Whether the overlay does nothing at a place of an interpolated row. */
function isUntouched(row: Float32Array, at: number): boolean {
  return (
    row[at + 3]! < TOUCHED &&
    Math.abs(row[at + 4]! - 1) < TOUCHED &&
    Math.abs(row[at]!) < SHIFTED &&
    Math.abs(row[at + 1]!) < SHIFTED &&
    Math.abs(row[at + 2]!) < SHIFTED
  );
}

function toByte(value: number): number {
  return Math.round(Math.min(255, Math.max(0, value)));
}

/**
 * Lays an overlay made at the working size over a photo of another size, by Catmull–Rom
 * interpolation, row by row, so that a large photo needs no more memory than itself. Where the
 * overlay covers nothing, the photo keeps its exact bytes.
 *
 * @param working size of the whole working picture.
 * @param window where the overlay lies in the working picture.
 */
export function applyOverlayAtSize(
  photo: RgbImage,
  working: Size,
  overlay: Overlay,
  window: Rectangle,
): RgbImage {
  const { width, height } = photo;
  const out = photo.data.slice();
  const row = new Float32Array(overlay.width * CHANNELS);
  const acrossScale = working.width / width;
  const downScale = working.height / height;
  const [left, right] = photoSpan(window.x, window.width, working.width, width);
  const [top, bottom] = photoSpan(window.y, window.height, working.height, height);
  const count = Math.max(0, right - left + 1);
  const { from, weights } = columnTaps(left, count, acrossScale, window.x, overlay.width - 1);
  for (let y = top; y <= bottom; y++) {
    interpolateRow(overlay, (y + 0.5) * downScale - 0.5 - window.y, row);
    for (let column = 0, taps = 0; column < count; column++, taps += 4) {
      if (isUntouched(row, from[taps + 1]!) && isUntouched(row, from[taps + 2]!)) continue;
      let red = 0;
      let green = 0;
      let blue = 0;
      let covered = 0;
      let gained = 0;
      for (let tap = taps; tap < taps + 4; tap++) {
        const place = from[tap]!;
        const weight = weights[tap]!;
        red = Math.fround(red + weight * row[place]!);
        green = Math.fround(green + weight * row[place + 1]!);
        blue = Math.fround(blue + weight * row[place + 2]!);
        covered = Math.fround(covered + weight * row[place + 3]!);
        gained = Math.fround(gained + weight * row[place + 4]!);
      }
      const kept = (1 - Math.min(1, Math.max(0, covered))) * Math.max(0, gained);
      const at = (y * width + left + column) * 3;
      out[at] = toByte(photo.data[at]! * kept + red);
      out[at + 1] = toByte(photo.data[at + 1]! * kept + green);
      out[at + 2] = toByte(photo.data[at + 2]! * kept + blue);
    }
  }
  return { width, height, data: out };
}
