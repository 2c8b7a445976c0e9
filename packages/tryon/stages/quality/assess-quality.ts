import type { Quality } from '@proteus/contracts/jobs/quality.ts';
import { LANDMARK } from '@proteus/contracts/pose-landmarks.ts';
import { luma } from '@proteus/raster/luma.ts';
import type { RgbImage } from '@proteus/raster/types.ts';
import type { Dressing } from '../../dressing.ts';
import type { GarmentAnalysis } from '../../garment-analysis.ts';
import type { PersonAnalysis } from '../../person-analysis.ts';
import { judge } from './criteria.ts';
import { measureGarmentColour } from './garment-colour.ts';
import { measureIdentityChange } from './identity.ts';
import { measureOldContrast } from './old-cloth-contrast.ts';
import { measureRoughness } from './outline-roughness.ts';
import { measureBreadth, measureElbowReach } from './posture.ts';
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

/** Scores a finished picture; the reasons come worst first. */
export function assessQuality(input: QualityInput): Quality {
  const { garment, dressing, result } = input;
  const { person, distortion, overlay, cover, seen, drawnSkin } = dressing;
  const region = garment.category === 'lower' ? 'lower' : 'upper';
  const flat = scaleToWorn(garment, cover);
  const metrics: Record<string, number> = {
    folded: distortion.folded,
    stretch: distortion.stretch,
    strain: distortion.strain,
    reshaping: distortion.reshaping,
    uncovered: measureUncoveredCloth(person, overlay, region),
    old_contrast: measureOldContrast(person, luma(person.picture), region),
    elbow_reach: measureElbowReach(person),
    breadth: measureBreadth(person),
    parse_confidence: person.parseConfidence,
    landmark_confidence: landmarkConfidence(person),
    garment_confidence: garment.confidence,
    ...(garment.edgeContrast === null ? {} : { edge_contrast: garment.edgeContrast }),
    colour_delta_e: measureGarmentColour(garment.picture, garment.alpha, result, seen),
    identity_change: measureIdentityChange(person, result),
    sharpness: flat === null ? 0 : measureSharpness(flat, result, seen),
    roughness: flat === null ? 0 : measureRoughness(flat, cover, person.frame.shoulderWidth),
    drawn_skin: drawnSkin,
  };
  return { ...judge(metrics), metrics };
}
