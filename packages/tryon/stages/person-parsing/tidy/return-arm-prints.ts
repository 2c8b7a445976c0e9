import { connectedComponents } from '@proteus/raster/connected-components.ts';
import { createMask } from '@proteus/raster/create-mask.ts';
import type { BodyCoordinates } from '../evidence/body-coordinates.ts';
import type { Evidence } from '../evidence/evidence.ts';
import { LOWER, SKIN, UPPER } from '../regions/region-priors.ts';
import { outlineOf } from './piece-outline.ts';

/** Less like skin than this, a pixel shows none, whatever the light. */
const UNLIKE = 0.25;
/** Within this of a hand, in body units, odd colours are nails, rings and what it holds. */
const HELD = 0.1;
/** A piece with this share of its outline along the top is the top's; bracelets lie between skin. */
const BESIDE_TOP = 0.3;
/** What is left of bare arm between such pieces is the top's too up to this area, in square body units. */
const REMNANT = 0.006;
/** ... if more than this share of its outline lies along the top. */
const ENCLOSED = 0.5;

/** How far towards the body's middle is looked for the clothes that a piece belongs to, in body units. */
const BESIDE = 0.1;

/**
 * Gives pieces of the top's print beside a bare arm back to the top: they lie where the arm could
 * be, touch the top and are no colour of skin. As far as they lie beside the lower clothes they are theirs.
 *
 * @param labels region of each pixel; changed in place.
 * @param unit body unit in parse pixels.
 */
export function returnArmPrints(
  labels: Uint8Array,
  { broadSkin }: Pick<Evidence, 'broadSkin'>,
  body: Pick<BodyCoordinates, 'width' | 'height' | 'hands' | 'across'>,
  unit: number,
): void {
  const awayFromHands = (i: number) => Math.min(body.hands[0][i]!, body.hands[1][i]!) > HELD;
  const reach = Math.round(BESIDE * unit);
  const returned = relabelBesideTop(
    labels,
    body,
    reach,
    (i) => broadSkin[i]! < UNLIKE && awayFromHands(i),
    BESIDE_TOP,
    Number.POSITIVE_INFINITY,
  );
  if (returned)
    relabelBesideTop(labels, body, reach, awayFromHands, ENCLOSED, REMNANT * unit * unit);
}

/** Makes pieces of skin the top's by how much of their outline lies along it; tells whether any was. */
function relabelBesideTop(
  labels: Uint8Array,
  { width, height, across }: Pick<BodyCoordinates, 'width' | 'height' | 'across'>,
  reach: number,
  isWanted: (i: number) => boolean,
  share: number,
  most: number,
): boolean {
  const mask = createMask(width, height);
  for (let i = 0; i < labels.length; i++) {
    if (labels[i] === SKIN && isWanted(i)) mask.data[i] = 255;
  }
  const { labels: pieces, components } = connectedComponents(mask);
  const isTop = new Uint8Array(components.length + 1);
  for (const component of components) {
    if (component.area > most) continue;
    const counts = outlineOf(labels, { ...component, pieces }, { width, height });
    const length = counts.reduce((sum, count) => sum + count, 0);
    if (counts[UPPER]! > share * length) isTop[component.label] = 1;
  }
  const isReturned = (i: number) => mask.data[i] !== 0 && isTop[pieces[i]!] === 1;
  /** Whether the first thing beside it, towards the body's middle, are the lower clothes. */
  const isLower = (i: number) => {
    const inwards = across[i]! < 0 ? 1 : -1;
    let beside = i + inwards;
    for (let gap = 0; gap < reach && isReturned(beside); gap++) beside += inwards;
    return labels[beside] === LOWER;
  };
  const lower: number[] = [];
  for (let i = 0; i < labels.length; i++) if (isReturned(i) && isLower(i)) lower.push(i);
  for (let i = 0; i < labels.length; i++) if (isReturned(i)) labels[i] = UPPER;
  for (const i of lower) labels[i] = LOWER;
  return isTop.includes(1);
}
