import type { RgbImage } from '@proteus/raster/types.ts';
import { type CropFrame, cropMap } from './crop-frame.ts';

const MAX_SAMPLES_PER_AXIS = 8;

/**
 * Resamples a square of the picture for a network: bilinear samples, several to a crop pixel where
 * the picture is shrunk, so that fine patterns do not alias. Beyond the picture lies black, as in the network's training.
 *
 * @param side of the crop in its own pixels.
 * @returns side × side × 3 values, 0 to 1.
 */
export function sampleCrop(picture: RgbImage, frame: CropFrame, side: number): Float32Array {
  const { width, height, data } = picture;
  const crop = new Float32Array(side * side * 3);
  const map = cropMap(frame, side);
  const wanted = Math.ceil(frame.size / side / 2);
  const samples = Math.min(MAX_SAMPLES_PER_AXIS, Math.max(1, wanted));
  const weight = 1 / (255 * samples * samples);
  const offsets = Float64Array.from({ length: samples }, (_, sample) => (sample + 0.5) / samples);
  const { originX, originY, alongX, alongY } = map;
  const lastX = width - 1;
  const lastY = height - 1;
  for (let row = 0, at = 0; row < side; row++) {
    for (let column = 0; column < side; column++, at += 3) {
      let red = 0;
      let green = 0;
      let blue = 0;
      for (let sample = 0, down = 0, across = 0; sample < samples * samples; sample++) {
        const u = column + offsets[across]!;
        const v = row + offsets[down]!;
        if (++across === samples) {
          across = 0;
          down++;
        }
        const x = originX + u * alongX - v * alongY;
        const y = originY + u * alongY + v * alongX;
        if (x < -0.5 || y < -0.5 || x > width - 0.5 || y > height - 0.5) {
          continue;
        }
        // Within the picture a whole part is the floor; left of its first centre both are 0.
        const left = x < lastX ? x | 0 : lastX;
        const top = y < lastY ? y | 0 : lastY;
        const fx = x > left ? x - left : 0;
        const fy = y > top ? y - top : 0;
        const w00 = (1 - fx) * (1 - fy);
        const w10 = fx * (1 - fy);
        const w01 = (1 - fx) * fy;
        const w11 = fx * fy;
        const right = left < lastX ? 3 : 0;
        const p00 = (top * width + left) * 3;
        const p10 = p00 + right;
        const p01 = top < lastY ? p00 + width * 3 : p00;
        const p11 = p01 + right;
        red += data[p00]! * w00 + data[p10]! * w10 + data[p01]! * w01 + data[p11]! * w11;
        green +=
          data[p00 + 1]! * w00 + data[p10 + 1]! * w10 + data[p01 + 1]! * w01 + data[p11 + 1]! * w11;
        blue +=
          data[p00 + 2]! * w00 + data[p10 + 2]! * w10 + data[p01 + 2]! * w01 + data[p11 + 2]! * w11;
      }
      crop[at] = red * weight;
      crop[at + 1] = green * weight;
      crop[at + 2] = blue * weight;
    }
  }
  return crop;
}
