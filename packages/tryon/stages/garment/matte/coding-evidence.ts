import type { BackgroundModel } from '../backdrop/background-model.ts';
import type { ColourEvidence } from '../backdrop/colour-evidence.ts';
import { CODED_REACH } from '../backdrop/untouched-backdrop.ts';
import { ramp } from './ramp.ts';

/** What the distance from untouched backdrop says where the colours say nothing. */
const CODED = 0.5;
/** The edge of cloth so faint that coding it disturbs nothing beside it, in ΔE ... */
const SILENT = 1;
/** ... and the one from which whole blocks are disturbed. */
const DISTURBING = 2;
/** How far from untouched backdrop the faintest cloth can be told, in pixels. */
const LEAST_REACH = 1;
/** ΔE, and part of the strongest difference nearby, that no ringing reaches: a seam, a fold. */
const SEAM = 2.5;
const SEAM_SHARE = 0.5;
/** Loudness below which the colours say little. */
export const QUIET = 0.5;

/** Where a flat backdrop was disturbed, and by what. */
export interface CodedBackdrop {
  /** Squared distance in pixels² of every pixel from untouched backdrop. */
  readonly coded: Float32Array;
  /** The strongest difference within a block of each pixel, ΔE. */
  readonly nearby: Float32Array;
}

/**
 * Adds what coding tells of a flat backdrop to what the colours say. Untouched backdrop is backdrop.
 * Edges lie about half as far from it as coding reaches, which is no further than the cloth itself
 * where that is faint; seams and folds in white cloth stand out of the ringing.
 *
 * @param band indices of the pixels; their evidence is changed in place.
 */
export function heedCoding(
  { evidence, loudness }: ColourEvidence,
  band: Int32Array,
  { coded, nearby }: CodedBackdrop,
  model: BackgroundModel,
): void {
  for (let n = 0; n < band.length; n++) {
    const i = band[n]!;
    const distance = Math.sqrt(coded[i]!);
    if (distance === 0) evidence[n] = -1;
    const disturbed = ramp(nearby[i]!, SILENT, DISTURBING);
    const reach = LEAST_REACH + disturbed * (CODED_REACH - LEAST_REACH);
    const way = Math.min(1, (2 * distance) / reach - 1);
    evidence[n]! += CODED * (1 - loudness[n]!) * way;
    const isSeam = model.difference.data[i]! > Math.max(SEAM, SEAM_SHARE * nearby[i]!);
    if (isSeam && loudness[n]! < QUIET) evidence[n] = 1;
  }
}
