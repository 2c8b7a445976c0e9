import { requireSameSize } from './require-same-size.ts';
import type { Mask, RgbImage } from './types.ts';

/** One level of the pyramid: red, green, blue and coverage (0 to 1), colours times coverage. */
interface Level {
  readonly width: number;
  readonly height: number;
  readonly data: Float32Array;
}

/**
 * Fills the unknown pixels smoothly from the known ones around them: colours are averaged down a
 * pyramid until every gap is covered, and interpolated back up. Known pixels stay as they are.
 *
 * @param known non-zero = keep. When no pixel is known, the result is black.
 * @throws {RangeError} when the sizes differ.
 * @see Gortler et al. 1996, "The Lumigraph", section 3.4 (pull-push).
 */
export function pushPullFill(image: RgbImage, known: Mask): RgbImage {
  requireSameSize(image, known);
  const levels = [firstLevel(image, known)];
  for (let level = levels[0]!; level.width > 1 || level.height > 1; level = levels.at(-1)!) {
    levels.push(shrink(level));
  }
  for (let i = levels.length - 2; i >= 0; i--) fillFrom(levels[i]!, levels[i + 1]!);
  const filled = image.data.slice();
  const { data } = levels[0]!;
  for (let i = 0; i < known.data.length; i++) {
    if (known.data[i] !== 0) continue;
    for (let k = 0; k < 3; k++) filled[i * 3 + k] = data[i * 4 + k]! + 0.5;
  }
  return { width: image.width, height: image.height, data: filled };
}

function firstLevel(image: RgbImage, known: Mask): Level {
  const data = new Float32Array(image.width * image.height * 4);
  for (let i = 0; i < known.data.length; i++) {
    if (known.data[i] === 0) continue;
    data[i * 4] = image.data[i * 3]!;
    data[i * 4 + 1] = image.data[i * 3 + 1]!;
    data[i * 4 + 2] = image.data[i * 3 + 2]!;
    data[i * 4 + 3] = 1;
  }
  return { width: image.width, height: image.height, data };
}

/** Sums two by two pixels; one whole known pixel's worth is full coverage. */
function shrink(fine: Level): Level {
  const width = (fine.width + 1) >> 1;
  const height = (fine.height + 1) >> 1;
  const data = new Float32Array(width * height * 4);
  for (let y = 0, i = 0; y < fine.height; y++) {
    const row = (y >> 1) * width;
    for (let x = 0; x < fine.width; x++, i += 4) {
      const j = (row + (x >> 1)) * 4;
      data[j]! += fine.data[i]!;
      data[j + 1]! += fine.data[i + 1]!;
      data[j + 2]! += fine.data[i + 2]!;
      data[j + 3]! += fine.data[i + 3]!;
    }
  }
  for (let j = 0; j < data.length; j += 4) {
    if (data[j + 3]! <= 1) continue;
    const scale = 1 / data[j + 3]!;
    data[j]! *= scale;
    data[j + 1]! *= scale;
    data[j + 2]! *= scale;
    data[j + 3] = 1;
  }
  return { width, height, data };
}

/** Adds to every partly covered pixel what is missing, bilinear from the coarser level. */
function fillFrom(fine: Level, coarse: Level): void {
  const { data } = coarse;
  for (let y = 0, i = 0; y < fine.height; y++) {
    const near = y >> 1;
    // The finer centre lies a quarter of a coarse pixel from the nearer coarse centre.
    const far = Math.min(Math.max(near + ((y & 1) === 0 ? -1 : 1), 0), coarse.height - 1);
    for (let x = 0; x < fine.width; x++, i += 4) {
      const missing = 1 - fine.data[i + 3]!;
      if (missing <= 0) continue;
      const column = x >> 1;
      const next = Math.min(Math.max(column + ((x & 1) === 0 ? -1 : 1), 0), coarse.width - 1);
      const a = (near * coarse.width + column) * 4;
      const b = (near * coarse.width + next) * 4;
      const c = (far * coarse.width + column) * 4;
      const d = (far * coarse.width + next) * 4;
      for (let k = 0; k < 3; k++) {
        fine.data[i + k]! +=
          missing *
          (0.5625 * data[a + k]! + 0.1875 * (data[b + k]! + data[c + k]!) + 0.0625 * data[d + k]!);
      }
      fine.data[i + 3] = 1;
    }
  }
}
