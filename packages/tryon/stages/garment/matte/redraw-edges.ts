import { boundaryLoops } from '@proteus/raster/boundary-loops.ts';
import { createMask } from '@proteus/raster/create-mask.ts';
import type { Mask } from '@proteus/raster/types.ts';
import type { BackgroundModel } from '../backdrop/background-model.ts';
import { findEdgeInShadow } from './edge-in-shadow.ts';
import { sampleOutline } from './sampled-outline.ts';
import { straightenFaintEdges } from './straighten-faint-edges.ts';

/** Loops of fewer points are specks. */
const SHORTEST = 60;

/**
 * Draws an outline anew where pixels alone do not tell where the cloth ends: where it hardly shows,
 * and where it lies in a shadow. Elsewhere it stays to the pixel.
 *
 * @param mask the outline; changed in place.
 */
export function redrawEdges(mask: Mask, model: BackgroundModel): void {
  const flips = createMask(mask.width, mask.height);
  for (const loop of boundaryLoops(mask)) {
    if (loop.length < SHORTEST) continue;
    const outline = sampleOutline(loop);
    straightenFaintEdges(outline, model, flips);
    findEdgeInShadow(outline, model, flips);
  }
  for (let i = 0; i < flips.data.length; i++) if (flips.data[i]) mask.data[i]! ^= 255;
}
