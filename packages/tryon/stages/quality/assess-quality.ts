import type { Quality } from '@proteus/contracts/jobs/quality.ts';
import type { QualityReason } from '@proteus/contracts/jobs/quality-reasons.ts';
import { LANDMARK } from '@proteus/contracts/pose-landmarks.ts';
import type { RgbImage } from '@proteus/raster/types.ts';
import type { Dressing } from '../../dressing.ts';
import type { GarmentAnalysis } from '../../garment-analysis.ts';
import type { PersonAnalysis } from '../../person-analysis.ts';
import { measureBesideBody } from './beside-body.ts';
import { measureDrawnAnew } from './drawn-anew.ts';
import { measureGarmentColour } from './garment-colour.ts';
import { measureIdentityChange } from './identity.ts';
import { measureRoughness } from './outline-roughness.ts';
import { measureSharpness } from './sharpness.ts';
import { measureUncoveredCloth } from './uncovered-cloth.ts';
import { scaleToWorn } from './worn-scale.ts';

/** What the gate looks at. */
export interface QualityInput {
  readonly garment: GarmentAnalysis;
  readonly dressing: Dressing;
  /** The dressing's window of the working picture, painted. */
  readonly result: RgbImage;
}

/** One thing that may speak against a picture. */
interface Criterion {
  readonly reason: QualityReason;
  readonly metric: string;
  /** Nothing to complain about at this value … */
  readonly good: number;
  /** … and nothing left to praise at this one; may be the smaller of the two. */
  readonly bad: number;
  /** What the score is multiplied by at `bad`. */
  readonly worst: number;
}

const CRITERIA: readonly Criterion[] = [
  { reason: 'FOLDED_MESH', metric: 'folded', good: 0.01, bad: 0.12, worst: 0.3 },
  { reason: 'STRETCHED_GARMENT', metric: 'stretch', good: 1.4, bad: 2.6, worst: 0.5 },
  { reason: 'OLD_CLOTH_SHOWS', metric: 'uncovered', good: 0.02, bad: 0.2, worst: 0.4 },
  { reason: 'UNCLEAR_PARSE', metric: 'parse_confidence', good: 0.75, bad: 0.35, worst: 0.4 },
  { reason: 'UNCLEAR_POSE', metric: 'landmark_confidence', good: 0.75, bad: 0.2, worst: 0.5 },
  { reason: 'UNCLEAR_GARMENT', metric: 'garment_confidence', good: 0.7, bad: 0.2, worst: 0.4 },
  { reason: 'COLOUR_DRIFT', metric: 'colour_delta_e', good: 8, bad: 25, worst: 0.5 },
  { reason: 'IDENTITY_TOUCHED', metric: 'identity_change', good: 0.5, bad: 8, worst: 0.3 },
];

const LANDMARKS = [
  'left-shoulder',
  'right-shoulder',
  'left-elbow',
  'right-elbow',
  'left-hip',
  'right-hip',
] as const;

function landmarkConfidence(person: PersonAnalysis): number {
  let sum = 0;
  for (const name of LANDMARKS) sum += person.pose.landmarks[LANDMARK[name]]!.visibility;
  return sum / LANDMARKS.length;
}

/** What a criterion leaves of the score, from its `worst` to 1. */
function factorOf(criterion: Criterion, value: number): number {
  const share = (value - criterion.good) / (criterion.bad - criterion.good);
  const badness = Math.min(1, Math.max(0, share));
  return 1 - badness * (1 - criterion.worst);
}

/** Scores a finished picture; the reasons come worst first. */
export function assessQuality(input: QualityInput): Quality {
  const { garment, dressing, result } = input;
  const { person, distortion, overlay, cover } = dressing;
  const flat = scaleToWorn(garment, cover);
  const metrics: Record<string, number> = {
    folded: distortion.folded,
    stretch: distortion.stretch,
    uncovered: measureUncoveredCloth(
      person,
      overlay,
      garment.category === 'lower' ? 'lower' : 'upper',
    ),
    parse_confidence: person.parseConfidence,
    landmark_confidence: landmarkConfidence(person),
    garment_confidence: garment.confidence,
    colour_delta_e: measureGarmentColour(garment.picture, garment.alpha, result, cover),
    identity_change: measureIdentityChange(person, result),
    sharpness: flat === null ? 0 : measureSharpness(flat, result, cover),
    roughness: flat === null ? 0 : measureRoughness(flat, cover, person.frame.shoulderWidth),
    drawn_anew: measureDrawnAnew(overlay, cover),
    beside_body: measureBesideBody(person, cover),
  };
  let score = 1;
  const found: { readonly reason: string; readonly factor: number }[] = [];
  for (const criterion of CRITERIA) {
    const factor = factorOf(criterion, metrics[criterion.metric]!);
    score *= factor;
    if (factor < 0.95) found.push({ reason: criterion.reason, factor });
  }
  found.sort((a, b) => a.factor - b.factor);
  return { score, reasons: found.map(({ reason }) => reason), metrics };
}
