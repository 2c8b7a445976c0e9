import { LANDMARK_INPUT_SIZE } from '@proteus/neural/networks/landmark-network.ts';
import type { Plane, Size } from '@proteus/raster/types.ts';
import { cropMap, pictureToCrop } from './crop-frame.ts';
import type { PosePass } from './pose-pass.ts';
import { sigmoid } from './sigmoid.ts';

/** A logit beyond doubt: a probability of 0.00005, or that much below 1. */
const SURE_LOGIT = 10;

/** Adds a pass's logits, interpolated, to the sums, and counts the passes that saw each pixel. */
function addLogits({ mask, frame }: PosePass, size: Size, sums: Float32Array, seen: Uint8Array) {
  const side = LANDMARK_INPUT_SIZE;
  const map = cropMap(frame);
  const start = pictureToCrop(map, 0, 0);
  const right = pictureToCrop(map, 1, 0);
  const stepU = right.x - start.x;
  const stepV = right.y - start.y;
  for (let y = 0, at = 0; y < size.height; y++) {
    // Half a pixel off: logits lie at the centres of the crop's pixels.
    const rowU = start.x - y * stepV - 0.5;
    const rowV = start.y + y * stepU - 0.5;
    for (let x = 0; x < size.width; x++, at++) {
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
      const upper = mask[base]! * (1 - fu) + mask[base + next]! * fu;
      const lower = mask[base + below]! * (1 - fu) + mask[base + below + next]! * fu;
      sums[at] = sums[at]! + upper * (1 - fv) + lower * fv;
      seen[at] = seen[at]! + 1;
    }
  }
}

/**
 * Brings the masks of several crops back to the picture. The logits are interpolated and averaged, not the
 * probabilities: their zero crossing is a smooth outline between the crops' coarse pixels.
 *
 * @returns probabilities, 0 where no crop reaches.
 */
export function projectMask(passes: readonly PosePass[], picture: Size): Plane {
  const { width, height } = picture;
  const data = new Float32Array(width * height);
  const seen = new Uint8Array(width * height);
  for (const pass of passes) {
    addLogits(pass, picture, data, seen);
  }
  for (let at = 0; at < data.length; at++) {
    const logit = seen[at]! > 0 ? data[at]! / seen[at]! : -SURE_LOGIT;
    data[at] = Math.abs(logit) < SURE_LOGIT ? sigmoid(logit) : Number(logit > 0);
  }
  return { width, height, data };
}
