import { LANDMARK_INPUT_SIZE } from '@proteus/neural/networks/landmark-network.ts';
import type { Plane, Size } from '@proteus/raster/types.ts';
import { type CropFrame, cropMap, pictureToCrop } from './crop-frame.ts';
import { sigmoid } from './sigmoid.ts';

/**
 * Brings a crop's mask back to the picture. The logits are interpolated, not the probabilities: their
 * zero crossing is a smooth outline between the crop's coarse pixels.
 *
 * @param logits 256 × 256 values of the crop.
 * @returns probabilities, 0 outside the crop.
 */
export function projectMask(logits: Float32Array, frame: CropFrame, picture: Size): Plane {
  const side = LANDMARK_INPUT_SIZE;
  const { width, height } = picture;
  const data = new Float32Array(width * height);
  const map = cropMap(frame);
  const start = pictureToCrop(map, 0, 0);
  const right = pictureToCrop(map, 1, 0);
  const stepU = right.x - start.x;
  const stepV = right.y - start.y;
  for (let y = 0, at = 0; y < height; y++) {
    // Half a pixel off: logits lie at the centres of the crop's pixels.
    const rowU = start.x - y * stepV - 0.5;
    const rowV = start.y + y * stepU - 0.5;
    for (let x = 0; x < width; x++, at++) {
      const u = rowU + x * stepU;
      const v = rowV + x * stepV;
      if (u < -0.5 || v < -0.5 || u > side - 0.5 || v > side - 0.5) {
        continue;
      }
      const left = Math.min(side - 1, Math.max(0, Math.floor(u)));
      const top = Math.min(side - 1, Math.max(0, Math.floor(v)));
      const next = left < side - 1 ? 1 : 0;
      const below = top < side - 1 ? side : 0;
      const fu = Math.max(0, u - left);
      const fv = Math.max(0, v - top);
      const base = top * side + left;
      const upper = logits[base]! * (1 - fu) + logits[base + next]! * fu;
      const lower = logits[base + below]! * (1 - fu) + logits[base + below + next]! * fu;
      data[at] = sigmoid(upper * (1 - fv) + lower * fv);
    }
  }
  return { width, height, data };
}
