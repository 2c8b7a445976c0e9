import type { UpperBodyGarment } from '../../../garment-analysis.ts';
import { GARMENT_PART } from '../../../garment-analysis.ts';
import type { TorsoFrame } from '../../../person-analysis.ts';
import type { Constraint } from '../mesh/constraint.ts';
import { mix } from '../scalar.ts';
import { upperEdge } from './garment-edge.ts';
import type { TorsoMeasures } from './torso-measures.ts';

/** Places along the back collar's edge, as shares of the way between the neckline's ends. */
const PLACES = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9] as const;
/** The edge is looked for this far above and below the ends, as shares of the neckline's width. */
const SEARCH = 0.25;
const INSIDE = 0.5;
const WEIGHT = 7;

/**
 * Holds the back collar between the neckline's ends as it lies between them flat. A front that hangs
 * deeper or narrower than it lies would push it up, to stand on the shoulders beside the neck.
 *
 * @param collars the neckline's two upper ends.
 */
export function fitBackCollar(
  garment: UpperBodyGarment,
  { down }: TorsoFrame,
  { along, offShoulder }: TorsoMeasures,
  [left, right]: readonly [Constraint, Constraint],
): Constraint[] {
  if (offShoulder) return [];
  const { width, data: inner } = garment.innerCollar;
  const wide = right.source.x - left.source.x;
  const constraints: Constraint[] = [];
  for (const share of PLACES) {
    const x = mix(left.source.x, right.source.x, share);
    const row = mix(left.source.y, right.source.y, share);
    const y = upperEdge(garment, x, row - SEARCH * wide, row + SEARCH * wide, false);
    if (y === null || inner[y * width + Math.round(x)]! < INSIDE) continue;
    const below = (y - row) * along;
    constraints.push({
      source: { x, y },
      target: {
        x: mix(left.target.x, right.target.x, share) + down.x * below,
        y: mix(left.target.y, right.target.y, share) + down.y * below,
      },
      weight: WEIGHT,
      part: GARMENT_PART.torso,
    });
  }
  return constraints;
}
