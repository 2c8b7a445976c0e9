import { softEdge } from '@proteus/raster/soft-edge.ts';
import type { Mask } from '@proteus/raster/types.ts';
import { partMask } from '../part-mask.ts';

/** Softness of the boundaries between skin, clothes and background, in pixels. */
export const EDGE_SOFTNESS = 0.8;
/** Their course is evened over so many pixels. */
const EVENED = 2;

/** Share of each pixel that belongs to the wanted kinds, even and soft at their boundary. */
export function softKind(kinds: Mask, wanted: readonly number[]): Float32Array {
  const mask = partMask(kinds, (kind) => wanted.includes(kind));
  return softEdge(mask, EVENED, EDGE_SOFTNESS).data;
}
