import { boxBlur } from '@proteus/raster/box-blur.ts';
import type { Mask } from '@proteus/raster/types.ts';

/** Radius of the smoothing in parts of the height. */
const RADIUS = 0.004;

/** Irons out what is rough along an outline (fringes, frayed lace) before landmarks are read off. */
export function smoothMask(mask: Mask): Mask {
  const { width, height } = mask;
  const radius = Math.max(1, Math.round(RADIUS * height));
  const hard = new Float32Array(width * height);
  for (let i = 0; i < hard.length; i++) hard[i] = mask.data[i] ? 1 : 0;
  const soft = boxBlur({ width, height, data: hard }, radius).data;
  const data = new Uint8Array(width * height);
  for (let i = 0; i < data.length; i++) data[i] = soft[i]! > 0.5 ? 255 : 0;
  return { width, height, data };
}
