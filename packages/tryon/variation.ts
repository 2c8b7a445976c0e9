import type { PipelineConfig } from '@proteus/contracts/config/pipeline.ts';
import type { GarmentCategory } from '@proteus/contracts/jobs/category.ts';
import type { Tuck } from '@proteus/contracts/jobs/corrections.ts';
import type { QualityReason } from '@proteus/contracts/jobs/quality-reasons.ts';
import type { Constraint } from './stages/warp/mesh/constraint.ts';

/** How one attempt at a dressing differs from the usual way. */
export interface Variation {
  /** `usual`, `looser`, `tuck-in`, `tuck-out`: stable, for results and measurements. */
  readonly name: string;
  /** What the pull of the warp's targets is multiplied by: below 1 the cloth keeps more of its own shape. */
  readonly pull: number;
  /** Rounds that the warp is solved for on top of the usual ones. */
  readonly moreRounds: number;
  readonly tuck: Tuck;
}

/** The usual way. */
export function usualVariation(tuck: Tuck): Variation {
  return { name: 'usual', pull: 1, moreRounds: 0, tuck };
}

/**
 * What stiffer cloth may mend. Stretching is not of these: whatever pulls less stretches less, and its
 * score rises though the garment only fits worse.
 */
const BENT: readonly QualityReason[] = ['FOLDED_MESH', 'RESHAPED_GARMENT', 'ROUGH_OUTLINE'];
/** What another end at the waist may mend. */
const UNEVEN: readonly QualityReason[] = ['OLD_CLOTH_SHOWS'];

/** What has to be known to try once more. */
export interface FirstAttempt {
  readonly reasons: readonly string[];
  readonly category: GarmentCategory;
  /** What the user asked for. */
  readonly tuck: Tuck;
  /** Whether the top went under the waistband. */
  readonly isTucked: boolean;
}

/**
 * What is worth trying after a poor first attempt, most promising first: only what may mend a reason
 * that was given. Nothing helps against an unclear photo.
 */
export function variationsAfter(
  { reasons, category, tuck, isTucked }: FirstAttempt,
  retry: PipelineConfig['retry'],
): readonly Variation[] {
  const given = (wanted: readonly QualityReason[]) =>
    wanted.some((reason) => reasons.includes(reason));
  const usual = usualVariation(tuck);
  const looser = (steps: number): Variation => ({
    ...usual,
    name: 'looser',
    pull: (1 - retry.denoise_delta) ** steps,
    moreRounds: retry.step_increase * steps,
  });
  const found: Variation[] = [];
  if (given(BENT)) found.push(looser(1));
  if (given(UNEVEN) && category === 'upper' && tuck === 'auto') {
    const other: Tuck = isTucked ? 'out' : 'in';
    found.push({ ...usual, name: `tuck-${other}`, tuck: other });
  }
  if (given(BENT)) found.push(looser(2));
  return found.slice(0, retry.max_retries);
}

/** Lets the targets of a warp pull less. */
export function loosen<Fit extends { readonly constraints: readonly Constraint[] }>(
  fit: Fit,
  { pull }: Pick<Variation, 'pull'>,
): Fit {
  if (pull === 1) return fit;
  const constraints = fit.constraints.map((one) => ({ ...one, weight: one.weight * pull }));
  return { ...fit, constraints };
}
