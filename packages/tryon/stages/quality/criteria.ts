import type { QualityReason } from '@proteus/contracts/jobs/quality-reasons.ts';

/** One thing that may speak against a picture. */
export interface Criterion {
  readonly reason: QualityReason;
  readonly metric: string;
  /** Nothing to complain about at this value … */
  readonly good: number;
  /** … and nothing left to praise at this one; may be the smaller of the two. */
  readonly bad: number;
  /** What the score is multiplied by at `bad`. */
  readonly worst: number;
}

/**
 * The first eight rank pictures as the eye does: their `worst` was fitted to grades (`proteus bench
 * calibration`), 465 of them, and is .94 where they ask for less, so that it can be told. The others seldom speak up, and then for a reason that no grade is needed for.
 */
export const CRITERIA: readonly Criterion[] = [
  { reason: 'STRETCHED_GARMENT', metric: 'stretch', good: 1.3, bad: 2.1, worst: 0.8 },
  { reason: 'MUCH_DRAWN_ANEW', metric: 'drawn_skin', good: 0, bad: 0.6, worst: 0.7 },
  { reason: 'UNCLEAR_PARSE', metric: 'parse_confidence', good: 0.95, bad: 0.8, worst: 0.79 },
  { reason: 'UNCLEAR_GARMENT', metric: 'garment_confidence', good: 0.6, bad: 0.3, worst: 0.5 },
  { reason: 'ARMS_HELD_OUT', metric: 'elbow_reach', good: 0.66, bad: 1.05, worst: 0.94 },
  { reason: 'PATTERNED_CLOTHES', metric: 'old_contrast', good: 12, bad: 38, worst: 0.94 },
  { reason: 'TURNED_BODY', metric: 'breadth', good: 0.66, bad: 0.54, worst: 0.9 },
  { reason: 'FAINT_GARMENT', metric: 'edge_contrast', good: 40, bad: 2, worst: 0.94 },
  { reason: 'RESHAPED_GARMENT', metric: 'reshaping', good: 1.4, bad: 2, worst: 0.6 },
  { reason: 'FOLDED_MESH', metric: 'folded', good: 0.01, bad: 0.12, worst: 0.3 },
  { reason: 'OLD_CLOTH_SHOWS', metric: 'uncovered', good: 0.02, bad: 0.2, worst: 0.4 },
  { reason: 'UNCLEAR_POSE', metric: 'landmark_confidence', good: 0.75, bad: 0.2, worst: 0.5 },
  { reason: 'COLOUR_DRIFT', metric: 'colour_delta_e', good: 8, bad: 25, worst: 0.5 },
  { reason: 'IDENTITY_TOUCHED', metric: 'identity_change', good: 0.5, bad: 8, worst: 0.3 },
  { reason: 'SOFT_PRINT', metric: 'sharpness', good: 0.8, bad: 0.3, worst: 0.6 },
  { reason: 'ROUGH_OUTLINE', metric: 'roughness', good: 0.06, bad: 0.25, worst: 0.6 },
];

/** A factor below this is worth telling. */
const NOTABLE = 0.95;

/** How much of its range a criterion has used up: 0 = nothing to complain about, 1 = as bad as it gets. */
export function badnessOf(
  { metric, good, bad }: Criterion,
  metrics: Readonly<Record<string, number>>,
): number {
  const share = ((metrics[metric] ?? good) - good) / (bad - good);
  return Math.min(1, Math.max(0, share));
}

/** Score and reasons of figures by name; the reasons come worst first. */
export function judge(metrics: Readonly<Record<string, number>>): {
  readonly score: number;
  readonly reasons: QualityReason[];
} {
  const factors = CRITERIA.map((criterion) => ({
    reason: criterion.reason,
    factor: criterion.worst ** badnessOf(criterion, metrics),
  }));
  const score = factors.reduce((product, { factor }) => product * factor, 1);
  const reasons = factors
    .filter(({ factor }) => factor < NOTABLE)
    .sort((a, b) => a.factor - b.factor)
    .map(({ reason }) => reason);
  return { score, reasons };
}
