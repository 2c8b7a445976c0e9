import { LANDMARK_INPUT_SIZE } from '@proteus/neural/networks/landmark-network.ts';
import type { Size } from '@proteus/raster/types.ts';
import { type CropFrame, cropMap } from './crop-frame.ts';
import type { PosePass } from './pose-pass.ts';

/** Room around the visible person; tighter crops confuse the network, wider ones waste its pixels. */
const MARGIN = 1.35;
/** A crop that is hardly smaller shows nothing new. */
const WORTHWHILE_SHARE = 0.92;

/**
 * The crop around what the picture shows of the person. A picture that ends at the thighs leaves half of the
 * body's crop black; this one sees the outline, and which hands are hidden, at a finer scale.
 *
 * @returns undefined when the pass's own crop is as good.
 */
export function outlineFrame({ mask, frame }: PosePass, picture: Size): CropFrame | undefined {
  const side = LANDMARK_INPUT_SIZE;
  const map = cropMap(frame);
  let left = picture.width;
  let right = 0;
  let top = picture.height;
  let bottom = 0;
  for (let index = 0; index < mask.length; index++) {
    if (mask[index]! <= 0) {
      continue;
    }
    const u = (index % side) + 0.5;
    const v = Math.floor(index / side) + 0.5;
    const x = map.originX + u * map.alongX - v * map.alongY;
    const y = map.originY + u * map.alongY + v * map.alongX;
    if (x >= 0 && y >= 0 && x < picture.width && y < picture.height) {
      left = Math.min(left, x);
      right = Math.max(right, x);
      top = Math.min(top, y);
      bottom = Math.max(bottom, y);
    }
  }
  const size = Math.max(right - left, bottom - top) * MARGIN;
  if (!(size > 0 && size < frame.size * WORTHWHILE_SHARE)) {
    return undefined;
  }
  return { centreX: (left + right) / 2, centreY: (top + bottom) / 2, size, rotation: 0 };
}
