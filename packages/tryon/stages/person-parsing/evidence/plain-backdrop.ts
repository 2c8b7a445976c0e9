import type { Evidence } from './evidence.ts';

/** Share of the backdrop's peak density from which on a pixel looks just like it. */
const ALIKE = 0.4;
/** A backdrop of less density than this, in mass per histogram cell, is too busy to be known again. */
const PLAIN = 0.3;

/**
 * The density of the backdrop's colours from which on a pixel looks just like it, in mass per
 * histogram cell; infinite before a backdrop too busy to be known again.
 */
export function plainBackdrop({ backdropDensity }: Pick<Evidence, 'backdropDensity'>): number {
  let peak = 0;
  for (const density of backdropDensity) if (density > peak) peak = density;
  return peak < PLAIN ? Number.POSITIVE_INFINITY : ALIKE * peak;
}
