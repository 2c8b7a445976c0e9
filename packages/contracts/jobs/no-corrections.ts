import type { Corrections } from './corrections.ts';

/** In a file of its own, without the validator: engines start sooner and smaller without that. */
export const NO_CORRECTIONS: Corrections = { garment_landmarks: {}, person_mask: [], tuck: 'auto' };
