import { connectedComponents } from './connected-components.ts';
import { createMask } from './create-mask.ts';
import { invertMask } from './invert-mask.ts';
import type { Mask } from './types.ts';

/**
 * Sets the unset regions that do not reach the picture's border. Regions are 4-connected, as the
 * set pixels around them are 8-connected.
 *
 * @param largest holes of more pixels than this stay open.
 * @returns 255 inside, 0 outside.
 */
export function fillHoles(mask: Mask, largest = Number.POSITIVE_INFINITY): Mask {
  const { width, height } = mask;
  const { labels, components } = connectedComponents(invertMask(mask), 4);
  const open = Uint8Array.from([
    0,
    ...components.map((hole) =>
      hole.area > largest ||
      hole.x === 0 ||
      hole.y === 0 ||
      hole.x + hole.width === width ||
      hole.y + hole.height === height
        ? 1
        : 0,
    ),
  ]);
  const filled = createMask(width, height);
  for (let i = 0; i < labels.length; i++) filled.data[i] = open[labels[i]!] === 1 ? 0 : 255;
  return filled;
}
