import type { Plane } from '@proteus/raster/types.ts';
import type { Overlay } from '../../providers/local/overlay.ts';

/** Fainter changes are shadows. */
const PAINTED = 0.5;

/**
 * How much had to be made up: area of skin, lower clothes and background drawn where the old cloth
 * was and the garment is not, against the garment's own area.
 */
export function measureDrawnAnew(overlay: Overlay, cover: Plane): number {
  let drawn = 0;
  let covered = 0;
  for (let pixel = 0; pixel < cover.data.length; pixel++) {
    const own = cover.data[pixel]!;
    covered += own;
    if (own < PAINTED && overlay.coverage[pixel]! > PAINTED) drawn++;
  }
  return covered === 0 ? 0 : drawn / covered;
}
