import type { Point } from '@proteus/raster/types.ts';
import type { GarmentSide, UpperBodyGarment } from '../../../garment-analysis.ts';
import type { Constraint } from '../mesh/constraint.ts';
import { mix } from '../scalar.ts';
import { partNear, upperEdge } from './garment-edge.ts';

/** Shares of the way from collar to shoulder tip: so densely that no hump stands up between two either. */
const SHARES = [0.17, 0.33, 0.5, 0.67, 0.83] as const;
const WEIGHT = 30;

/**
 * Holds the shoulder seam between collar and tip on the shoulder: cloth that lies flat a little
 * longer than the shoulder would else stand up in a hump.
 *
 * @param onShoulder the place on the person's shoulder at a share of the way from collar to tip.
 */
export function fitShoulderSeam(
  garment: UpperBodyGarment,
  { collar, tip }: GarmentSide,
  onShoulder: (share: number) => Point,
): Constraint[] {
  const reach = 0.5 * Math.hypot(tip.x - collar.x, tip.y - collar.y);
  const constraints: Constraint[] = [];
  for (const share of SHARES) {
    const x = mix(collar.x, tip.x, share);
    const middle = mix(collar.y, tip.y, share);
    const y = upperEdge(garment, x, middle - reach, middle + reach, false);
    if (y === null) continue;
    constraints.push({
      source: { x, y },
      target: onShoulder(share),
      weight: WEIGHT,
      part: partNear(garment, { x, y }),
    });
  }
  return constraints;
}
