import { connectedComponents } from '@proteus/raster/connected-components.ts';
import { invertMask } from '@proteus/raster/invert-mask.ts';
import type { Mask } from '@proteus/raster/types.ts';

/** The parts of a mask's complement that touch the picture's edge. */
export function outsideMask(mask: Mask): Mask {
  const { width, height } = mask;
  const free = invertMask(mask);
  const { labels, components } = connectedComponents(free);
  const touches = new Uint8Array(components.length + 1);
  for (const part of components) {
    const inner =
      part.x > 0 && part.y > 0 && part.x + part.width < width && part.y + part.height < height;
    touches[part.label] = inner ? 0 : 255;
  }
  for (let i = 0; i < labels.length; i++) free.data[i] = touches[labels[i]!]!;
  return free;
}
