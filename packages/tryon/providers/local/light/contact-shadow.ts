import { createPlane } from '@proteus/raster/create-plane.ts';
import { gaussianBlur } from '@proteus/raster/gaussian-blur.ts';
import type { Plane } from '@proteus/raster/types.ts';
import type { PersonAnalysis } from '../../../person-analysis.ts';
import type { Overlay } from '../overlay.ts';
import { darken } from '../overlay.ts';
import { BEHIND } from '../plate/behind-cloth.ts';
import type { CleanPlate } from '../plate/clean-plate.ts';

const STRENGTH = 0.22;
/** Softness in shoulder widths. */
const SOFTNESS = 0.03;
/** Softness of the body's outline in pixels. */
const BODY_EDGE = 1.5;

/** Where the undressed body is, 0 to 1: on the wall behind it cloth casts no shadow. */
function measureBody(person: PersonAnalysis, { kinds }: CleanPlate): Float32Array {
  const { width, height } = kinds;
  const background = person.regions.background.data;
  const body = createPlane(width, height);
  for (let pixel = 0; pixel < body.data.length; pixel++) {
    const kind = kinds.data[pixel]!;
    if (kind === BEHIND.untouched) body.data[pixel] = 1 - background[pixel]!;
    else if (kind !== BEHIND.background) body.data[pixel] = 1;
  }
  return gaussianBlur(body, BODY_EDGE, body).data;
}

/** Darkens the body beside the garment's edges, where cloth stands off it a little. */
export function castContactShadow(
  overlay: Overlay,
  person: PersonAnalysis,
  plate: CleanPlate,
  cover: Plane,
): void {
  const body = measureBody(person, plate);
  const blurred = gaussianBlur(cover, person.frame.shoulderWidth * SOFTNESS);
  for (let pixel = 0; pixel < cover.data.length; pixel++) {
    const shadow = blurred.data[pixel]!;
    // What shows through the cloth's own soft edge lies in its shadow like what is beside it.
    if (cover.data[pixel]! > 0.98 || shadow < 0.02) continue;
    darken(overlay, pixel, 1 - STRENGTH * shadow * body[pixel]!);
  }
}
