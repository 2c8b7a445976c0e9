import { clamp, mix } from '../scalar.ts';
import type { HemFit, OldEnds } from './fit.ts';

/** What full-length tops mostly reach when worn, in torso lengths. */
const USUAL_LENGTH = 1.08;
/** From this many torso lengths on a garment counts as full-length. */
const FULL_LENGTH = 0.95;
const LONGEST = 1.35;
/** Where a tucked garment ends when neither old top nor waistband were seen, in torso lengths. */
const USUAL_WAIST = 0.95;

/** Tops at most this long, in widths of their own chest, are meant to end above the waist ... */
const CROPPED_PROPORTION = 1.17;
/** ... and from this proportion on they are meant to cover it. */
const COVERING_PROPORTION = 1.28;

/** More skin than this between old top and waistband, in torso lengths: the old top was cropped. */
const BARE_MIDRIFF = 0.06;

/**
 * Whether a top is meant to cover the waist, by its own proportions: 0 = cropped, 1 = full length.
 * The proportions tell it better than the scaled length, for wide cuts look short on the body.
 *
 * @param length from the shoulder tips to the hem.
 * @param chest between the armpits, in the same unit.
 */
export function coveringShare(length: number, chest: number): number {
  const proportion = length / Math.max(1, chest);
  return clamp(
    (proportion - CROPPED_PROPORTION) / (COVERING_PROPORTION - CROPPED_PROPORTION),
    0,
    1,
  );
}

/**
 * The garment's own length on this body, in pixels below the shoulder joints; full-length ones are
 * drawn half the way towards the usual length, for the flat width is a poor measure of size.
 *
 * @param covering as `coveringShare` tells.
 */
export function naturalHem(scaledLength: number, torsoLength: number, covering: number): number {
  const drawn = clamp(
    (scaledLength + USUAL_LENGTH * torsoLength) / 2,
    FULL_LENGTH * torsoLength,
    LONGEST * torsoLength,
  );
  if (scaledLength > FULL_LENGTH * torsoLength) return drawn;
  return mix(scaledLength, drawn, covering);
}

/** Old tops that end this many torso lengths below the shoulders hang over the lower clothes; higher up they are tucked in. */
export const HANGING = 0.89;
/** How long a top hangs is known from the old one better than from its flat photo, within this, in torso lengths. */
const SAME_LENGTH = 0.2;

/** Shares of the way to the waist from which a top is lengthened to it: one meant to cover it ... */
const REACHING = 0.6;
/** ... and a cropped one, which is worn with a bare midriff. */
const REACHING_CROPPED = 0.9;

/** Whether a top may be lengthened to a waist: the more it is meant to cover, the sooner. */
export function reachesWaist(natural: number, waist: number, covering: number): boolean {
  return natural > waist * mix(REACHING_CROPPED, REACHING, covering);
}

/** What is tucked in goes on so far under the waistband, in torso lengths: that may slant. */
const UNDER_WAISTBAND = 0.06;

/** A bodysuit's hips always lie below the waistband, under the lower clothes. */
export function fitBodysuitHem(natural: number, old: OldEnds, torsoLength: number): HemFit {
  const waist = old.waistband ?? old.top ?? USUAL_WAIST * torsoLength;
  const end = Math.min(waist, 1.2 * torsoLength);
  return { hem: Math.max(natural, end + UNDER_WAISTBAND * torsoLength), tuckedAt: end };
}

/**
 * Decides where the new hem goes: a full-length garment over a tucked or cropped top is tucked at
 * the same waistband; over one that hangs it hangs as low, with its own hem; over a dress at its own length; a clearly shorter one
 * keeps its own length, a clearly longer one most of it. The more a garment is meant to cover, the sooner it is lengthened:
 * a little stretch shows less than a waist that has to be invented.
 */
export function fitHem(
  natural: number,
  old: OldEnds,
  torsoLength: number,
  covering: number,
): HemFit {
  let end = old.top;
  if (end === null || old.isDress) return { hem: natural, tuckedAt: null };
  const { waistband } = old;
  const midriff = waistband === null ? 0 : waistband - end;
  if (waistband !== null && midriff > BARE_MIDRIFF * torsoLength && natural < waistband) {
    // Over bare skin a cropped top hangs at its own length, or as low as one of hardly another; nothing tucks it in.
    if (covering < 1) {
      const isAlike = natural > REACHING_CROPPED * end;
      return { hem: isAlike ? Math.max(natural, end) : natural, tuckedAt: null };
    }
  }
  if (
    waistband !== null &&
    waistband > end &&
    waistband < 1.15 * torsoLength &&
    natural >= waistband * 0.9
  ) {
    end = waistband;
  }
  const endsAtWaist = end < HANGING * torsoLength;
  if (endsAtWaist) {
    const isLongEnough = natural > end - 0.03 * torsoLength;
    if (isLongEnough || reachesWaist(natural, end, covering)) {
      return { hem: Math.max(natural, end + UNDER_WAISTBAND * torsoLength), tuckedAt: end };
    }
    return { hem: natural, tuckedAt: null };
  }
  if (natural < end && natural <= end * mix(0.75, 0.6, covering)) {
    return { hem: natural, tuckedAt: null };
  }
  const longer = Math.max(0, natural - end - SAME_LENGTH * torsoLength);
  return { hem: end + longer, tuckedAt: null };
}
