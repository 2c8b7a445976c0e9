import { connectedComponents } from '@proteus/raster/connected-components.ts';
import { openMask } from '@proteus/raster/open.ts';
import type { Size } from '@proteus/raster/types.ts';
import { regionMask } from '../regions/region-mask.ts';
import { LOWER, SKIN, UPPER } from '../regions/region-priors.ts';
import { outlineOf } from './piece-outline.ts';

/** Half the width, in body units, of what is too narrow for a limb or a finger. */
const THICKEST = 0.03;
/** A piece with more of its outline than this along clothes lies among them. */
const AMONG_CLOTHES = 0.8;

/**
 * Gives narrow pieces of skin that lie among clothes to those clothes: the shade below a hem and a
 * print beside an arm have skin's colour, but no limb is that narrow.
 *
 * @param labels region of each pixel; changed in place.
 * @param unit body unit in parse pixels.
 */
export function dropSkinScraps(labels: Uint8Array, size: Size, unit: number): void {
  const skin = regionMask(labels, size, SKIN);
  const { labels: pieces, components } = connectedComponents(skin);
  const broad = openMask(skin, Math.max(1, Math.round(THICKEST * unit)));
  const isBroad = new Uint8Array(components.length + 1);
  for (let i = 0; i < labels.length; i++) {
    if (broad.data[i] !== 0) isBroad[pieces[i]!] = 1;
  }
  const clothes = new Uint8Array(components.length + 1).fill(SKIN);
  for (const component of components) {
    if (isBroad[component.label] === 1) continue;
    const counts = outlineOf(labels, { ...component, pieces }, size);
    const upper = counts[UPPER]!;
    const lower = counts[LOWER]!;
    const length = counts.reduce((sum, count) => sum + count, 0);
    if (upper + lower < AMONG_CLOTHES * length) continue;
    clothes[component.label] = upper > lower ? UPPER : LOWER;
  }
  for (let i = 0; i < labels.length; i++) {
    if (pieces[i] !== 0) labels[i] = clothes[pieces[i]!]!;
  }
}
