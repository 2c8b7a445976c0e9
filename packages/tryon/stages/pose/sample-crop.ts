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
  for (let row = 0, at = 0; row < side; row++) {
    for (let column = 0; column < side; column++, at += 3) {
      let red = 0;
      let green = 0;
      let blue = 0;
      for (let sample = 0; sample < samples * samples; sample++) {
        const u = column + ((sample % samples) + 0.5) / samples;
        const v = row + (Math.floor(sample / samples) + 0.5) / samples;
        const x = map.originX + u * map.alongX - v * map.alongY;
        const y = map.originY + u * map.alongY + v * map.alongX;
        if (x < -0.5 || y < -0.5 || x > width - 0.5 || y > height - 0.5) {
          continue;
        }
        const left = Math.min(width - 1, Math.max(0, Math.floor(x)));
        const top = Math.min(height - 1, Math.max(0, Math.floor(y)));
        const right = Math.min(width - 1, left + 1);
        const bottom = Math.min(height - 1, top + 1);
        const fx = Math.max(0, x - left);
        const fy = Math.max(0, y - top);
        const w00 = (1 - fx) * (1 - fy);
        const w10 = fx * (1 - fy);
        const w01 = (1 - fx) * fy;
        const w11 = fx * fy;
        const p00 = (top * width + left) * 3;
        const p10 = (top * width + right) * 3;
        const p01 = (bottom * width + left) * 3;
        const p11 = (bottom * width + right) * 3;
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
