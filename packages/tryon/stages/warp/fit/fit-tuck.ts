import type { Tuck } from '@proteus/contracts/jobs/corrections.ts';
import type { HemFit, OldEnds } from './fit.ts';
import { fitHem, HANGING, reachesWaist } from './fit-hem.ts';

/** Where the waistband is taken to lie under a top that hangs over it: over the hip bones. */
const HIDDEN_WAISTBAND = 0.88;
/** How far below the waistband cloth goes on under it, and at least hangs over it, in torso lengths. */
const UNDER = 0.06;
const OVER = 0.08;
/** An old top that ends this much lower hung over the waistband, in torso lengths. */
const OVERHANG = 0.08;

/**
 * Decides where the new hem goes, and whether under the waistband, as somebody asked for it.
 *
 * `in` needs lower clothes in the photo and a top that reaches them; `out` concerns tops that would end
 * where the lower clothes begin. Everything else is as `auto`.
 *
 * @param natural the garment's own length, pixels below the shoulder joints; see `naturalHem`.
 * @param covering as `coveringShare` tells.
 */
export function fitTuck(
  tuck: Tuck,
  natural: number,
  old: OldEnds,
  torsoLength: number,
  covering: number,
): HemFit {
  const usual = fitHem(natural, old, torsoLength, covering);
  const end = usual.tuckedAt;
  if (tuck === 'in' && end === null && old.waistband !== null) {
    const isSeen = old.waistband < HANGING * torsoLength;
    const waist = isSeen ? old.waistband : HIDDEN_WAISTBAND * torsoLength;
    if (!reachesWaist(natural, waist, covering)) return usual;
    return { hem: Math.max(natural, waist + UNDER * torsoLength), tuckedAt: waist };
  }
  if (tuck === 'out' && end !== null) {
    return { hem: Math.max(natural, end + OVER * torsoLength), tuckedAt: null };
  }
  return usual;
}

/** Whether the old top hung over the waistband under which the new one is tucked. */
export function uncoversWaistband(
  { tuckedAt }: HemFit,
  { top }: OldEnds,
  torsoLength: number,
): boolean {
  return tuckedAt !== null && top !== null && top - tuckedAt > OVERHANG * torsoLength;
}
