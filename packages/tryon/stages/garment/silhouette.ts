import { closeMask } from '@proteus/raster/close.ts';
import { connectedComponents } from '@proteus/raster/connected-components.ts';
import { openMask } from '@proteus/raster/open.ts';
import type { Mask } from '@proteus/raster/types.ts';
import type { BackgroundModel } from './background-model.ts';
import { findDistinctPixels } from './distinct-pixels.ts';
import { outsideMask } from './outside-mask.ts';

/** Radius of the ball that may not slip through the gaps of a faint outline, in parts of the height. */
const BALL = 0.02;
/** A place that only the ball keeps out is cloth when it is this steady. */
const CLOTH = 0.75;

/** The garment's hard outline. */
export interface Silhouette {
  readonly mask: Mask;
  /** ΔE that separates the garment from the backdrop. */
  readonly threshold: number;
  /** Share of the foreground that the largest piece holds, 0 to 1. */
  readonly unity: number;
}

/**
 * Separates the garment from a plain backdrop: everything that cannot be reached from the border
 * through pixels of the backdrop's colour. White on white has gaps in its outline; a ball that
 * does not fit through them finds what is behind, and what is not exactly the backdrop stays.
 */
export function findSilhouette(model: BackgroundModel): Silhouette {
  const { width, height } = model.difference;
  const threshold = Math.min(10, Math.max(0.9, 2.2 * model.noise + 0.5));
  const { mask: distinct, steadiness } = findDistinctPixels(model, threshold);
  const guarded = enclosedBy(closeMask(distinct, Math.max(2, BALL * height)));
  const mask = enclosedBy(withCloth(distinct, guarded, steadiness));
  const smooth = openMask(mask, Math.max(1, Math.round(0.0015 * height)));
  const { labels, components } = connectedComponents(smooth);
  let largest = { label: 0, area: 0 };
  let total = 0;
  for (const part of components) {
    total += part.area;
    if (part.area > largest.area) largest = part;
  }
  const data = new Uint8Array(width * height);
  if (largest.label > 0) {
    for (let i = 0; i < data.length; i++) data[i] = labels[i] === largest.label ? 255 : 0;
  }
  return {
    mask: { width, height, data },
    threshold,
    unity: total === 0 ? 0 : largest.area / total,
  };
}

function enclosedBy(barrier: Mask): Mask {
  const outside = outsideMask(barrier);
  const data = new Uint8Array(outside.data.length);
  for (let i = 0; i < data.length; i++) data[i] = outside.data[i] ? 0 : 255;
  return { ...barrier, data };
}

/** What may not be entered, and beside it what only the ball kept out and is cloth all the same. */
function withCloth(distinct: Mask, guarded: Mask, steadiness: Float32Array): Mask {
  const data = new Uint8Array(distinct.data);
  for (let i = 0; i < data.length; i++) {
    if (guarded.data[i] && steadiness[i]! > CLOTH) data[i] = 255;
  }
  return closeMask({ ...distinct, data }, 2);
}
