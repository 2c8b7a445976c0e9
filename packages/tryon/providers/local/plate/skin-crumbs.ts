import { openMask } from '@proteus/raster/open.ts';
import type { Mask } from '@proteus/raster/types.ts';
import type { PersonAnalysis } from '../../../person-analysis.ts';
import { BEHIND } from './behind-cloth.ts';
import { bodyMask } from './body-mask.ts';

/** Half the width of what is too thin for a limb, in shoulder widths. */
const THINNEST = 0.012;

/**
 * Makes crumbs and slivers of skin behind old cloth background: no part of a body is that thin, the
 * parse took the cloth's edge for an arm's.
 *
 * @param kinds `BEHIND` by pixel; changed in place.
 */
export function dropSkinCrumbs(kinds: Mask, { parts, frame }: PersonAnalysis): void {
  const { data } = kinds;
  const thick = openMask(
    bodyMask(kinds, parts),
    Math.max(1, Math.round(THINNEST * frame.shoulderWidth)),
  );
  for (let i = 0; i < data.length; i++) {
    const isSkin = data[i] === BEHIND.arm || data[i] === BEHIND.trunk;
    if (isSkin && thick.data[i] === 0) data[i] = BEHIND.background;
  }
}
