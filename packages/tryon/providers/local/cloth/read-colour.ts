import type { RgbImage } from '@proteus/raster/types.ts';
import { mix } from '../../../stages/warp/scalar.ts';

/** The colour between pixels, bilinear, into `out`. */
export function readColour(
  { width, height, data }: RgbImage,
  x: number,
  y: number,
  out: Float32Array,
) {
  const column = Math.min(width - 2, Math.floor(x));
  const row = Math.min(height - 2, Math.floor(y));
  const tx = x - column;
  const ty = y - row;
  const at = (row * width + column) * 3;
  const below = at + width * 3;
  for (let channel = 0; channel < 3; channel++) {
    const upper = mix(data[at + channel]!, data[at + 3 + channel]!, tx);
    out[channel] = mix(upper, mix(data[below + channel]!, data[below + 3 + channel]!, tx), ty);
  }
}
