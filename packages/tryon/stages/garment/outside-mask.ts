import { connectedComponents } from '@proteus/raster/connected-components.ts';
import type { Mask } from '@proteus/raster/types.ts';

/** The parts of a mask's complement that touch the picture's edge. */
export function outsideMask(mask: Mask): Mask {
  const { width, height } = mask;
  const free = new Uint8Array(width * height);
  for (let i = 0; i < free.length; i++) free[i] = mask.data[i] ? 0 : 255;
  const { labels, components } = connectedComponents({ width, height, data: free });
  const touches = new Uint8Array(components.length + 1);
  for (const part of components) {
    const inner =
      part.x > 0 && part.y > 0 && part.x + part.width < width && part.y + part.height < height;
    touches[part.label] = inner ? 0 : 255;
  }
  for (let i = 0; i < free.length; i++) free[i] = touches[labels[i]!]!;
  return { width, height, data: free };
}
