import type { HemFit, OldHem } from './fit.ts';
import { clamp } from './scalar.ts';

/** Garment lengths are drawn towards this many torso lengths: what tops mostly are when worn. */
const USUAL_LENGTH = 1.2;
/** From this many torso lengths on a garment counts as full-length. */
const FULL_LENGTH = 1.05;

/** The garment's own length on this body, in pixels below the shoulder joints. */
export function naturalHem(scaledLength: number, torsoLength: number): number {
  if (scaledLength <= FULL_LENGTH * torsoLength) return scaledLength;
  const drawn = scaledLength * clamp((USUAL_LENGTH * torsoLength) / scaledLength, 0.5, 1.1);
  return Math.max(FULL_LENGTH * torsoLength, drawn);
}

/**
 * Decides where the new hem goes: a full-length garment over a tucked or cropped top is tucked at
 * the same waistband; one slightly shorter than the old top is lengthened to cover it; a clearly
 * shorter one keeps its own length.
 */
export function fitHem(natural: number, old: OldHem, torsoLength: number): HemFit {
  let end = old.top;
  if (end === null) return { hem: natural, tuckedAt: null };
  const { waistband } = old;
  if (
    waistband !== null &&
    waistband > end &&
    waistband < 1.15 * torsoLength &&
    natural >= waistband * 0.9
  ) {
    end = waistband;
  }
  const meets = waistband !== null && Math.abs(waistband - end) < 0.1 * torsoLength;
  const endsAtWaist = end < 1.08 * torsoLength || (meets && end < 1.32 * torsoLength);
  if (endsAtWaist) {
    if (natural > end - 0.03 * torsoLength) return { hem: Math.max(natural, end), tuckedAt: end };
    if (natural > end * 0.72) return { hem: end + 3, tuckedAt: end };
    return { hem: natural, tuckedAt: null };
  }
  if (natural < end && natural > end * 0.75) return { hem: end + 4, tuckedAt: null };
  return { hem: natural, tuckedAt: null };
}
