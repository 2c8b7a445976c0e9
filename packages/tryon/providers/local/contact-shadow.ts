import { gaussianBlur } from '@proteus/raster/gaussian-blur.ts';
import type { Plane } from '@proteus/raster/types.ts';
import type { PersonAnalysis } from '../../person-analysis.ts';
import type { Overlay } from './overlay.ts';
import { darken } from './overlay.ts';

const STRENGTH = 0.22;
/** Softness in shoulder widths. */
const SOFTNESS = 0.03;

/** Darkens the body beside the garment's edges, where cloth stands off it a little. */
export function castContactShadow(overlay: Overlay, person: PersonAnalysis, cover: Plane): void {
  const blurred = gaussianBlur(cover, person.frame.shoulderWidth * SOFTNESS);
  const body = person.pose.personMask.data;
  for (let pixel = 0; pixel < cover.data.length; pixel++) {
    const covered = cover.data[pixel]!;
    const shadow = blurred.data[pixel]!;
    if (covered > 0.98 || shadow < 0.02 || body[pixel]! < 0.5) continue;
    darken(overlay, pixel, 1 - STRENGTH * shadow * (1 - covered));
  }
}
