import { connectedComponents } from './connected-components.ts';
import { createMask } from './create-mask.ts';
import type { Mask } from './types.ts';

/** Keeps only the largest 8-connected piece (the first one of equals); empty stays empty. */
export function largestComponent(mask: Mask): Mask {
  const { labels, components } = connectedComponents(mask);
  const largest = components.reduce(
    (best, component) => (component.area > best.area ? component : best),
    { label: -1, area: 0 },
  );
  const kept = createMask(mask.width, mask.height);
  for (let i = 0; i < labels.length; i++) kept.data[i] = labels[i] === largest.label ? 255 : 0;
  return kept;
}
