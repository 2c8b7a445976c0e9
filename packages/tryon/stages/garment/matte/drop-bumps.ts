import { connectedComponents } from '@proteus/raster/connected-components.ts';
import { openMask } from '@proteus/raster/open.ts';
import type { Mask } from '@proteus/raster/types.ts';

/**
 * Removes small things that stick out; long narrow ones (straps, laces) stay.
 *
 * @param radius half the width of what is narrow, in pixels.
 * @param leastSide side of the square, in radii, whose area something narrow must have to stay.
 */
export function dropBumps(mask: Mask, radius: number, leastSide: number): Mask {
  const { width, height } = mask;
  const opened = openMask(mask, Math.max(1, radius));
  const rest = new Uint8Array(width * height);
  for (let i = 0; i < rest.length; i++) if (mask.data[i] && !opened.data[i]) rest[i] = 255;
  const { labels, components } = connectedComponents({ width, height, data: rest });
  const smallest = (leastSide * radius) ** 2;
  const kept = new Uint8Array(components.length + 1);
  for (const part of components) if (part.area >= smallest) kept[part.label] = 1;
  for (let i = 0; i < rest.length; i++) if (kept[labels[i]!]) opened.data[i] = 255;
  return opened;
}
