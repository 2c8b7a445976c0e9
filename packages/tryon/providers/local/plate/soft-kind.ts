import { blurMask } from '@proteus/raster/blur-mask.ts';
import type { Mask } from '@proteus/raster/types.ts';
import { partMask } from '../part-mask.ts';

/** Softness of the boundaries between skin, clothes and background, in pixels. */
export const EDGE_SOFTNESS = 0.8;
/** Their course is evened over so many pixels first: whole pixels, however softened, go down a slanting edge in steps. */
const EVENED = 2;

/** Share of each pixel that belongs to the wanted kinds, even and soft at their boundary. */
export function softKind(kinds: Mask, wanted: readonly number[]): Float32Array {
  const wide = blurMask(
    partMask(kinds, (kind) => wanted.includes(kind)),
    EVENED,
  ).data;
  const steeper = EVENED / EDGE_SOFTNESS;
  for (let pixel = 0; pixel < wide.length; pixel++) {
    const share = wide[pixel]!;
    if (share <= 0 || share >= 1) continue;
    // The logistic curve of the wide edge, made as steep as that of the narrow one.
    const inside = share ** steeper;
    wide[pixel] = inside / (inside + (1 - share) ** steeper);
  }
  return wide;
}
