import type { Plane } from '@proteus/raster/types.ts';
import type { UpperBodyGarment } from '../../../garment-analysis.ts';
import { GARMENT_PART } from '../../../garment-analysis.ts';
import type { PersonAnalysis } from '../../../person-analysis.ts';
import type { PictureSide } from '../body/body-side.ts';
import { sideSign } from '../body/body-side.ts';
import type { Constraint } from '../mesh/constraint.ts';
import { MESH_CELL } from '../mesh/part-mesh.ts';
import { mix } from '../scalar.ts';

/** Shares of the way from the shoulder tip down to the armpit between which the armhole is held ... */
const HELD = [0.2, 0.95] as const;
/** ... as densely as its mesh, in garment pixels: between places further apart stretched cloth hangs in bows. */
const APART = MESH_CELL / 2;
/** As strongly as the side below it. */
const WEIGHT = 5;
/** An edge further than this from the straight line, in lengths of that, is another one: a strap's, a scarf's. */
const FURTHEST = 0.6;

/** The outermost column of cloth in a row; null = none. */
function outerEdge({ width, data }: Plane, row: number, sign: number): number | null {
  const from = Math.round(row) * width;
  for (let step = 0; step < width; step++) {
    const x = sign < 0 ? step : width - 1 - step;
    if (data[from + x]! > 0.5) return x;
  }
  return null;
}

/**
 * Holds a bare armhole's edge between the shoulder tip and the armpit in its own course: held at its two ends
 * alone, cloth that is pulled out to the armpit leaves a spike there, with a bite above it.
 *
 * @param tip where the shoulder tip is and goes, `armpit` where the armpit does.
 * @param scale picture pixels per garment pixel.
 */
export function fitArmhole(
  side: PictureSide,
  { alpha }: UpperBodyGarment,
  { frame }: PersonAnalysis,
  tip: Constraint,
  armpit: Constraint,
  scale: number,
): Constraint[] {
  const sign = sideSign(side);
  const length = armpit.source.y - tip.source.y;
  if (!(length > 0)) return [];
  const constraints: Constraint[] = [];
  const steps = Math.max(1, Math.ceil(((HELD[1] - HELD[0]) * length) / APART));
  for (let step = 0; step <= steps; step++) {
    const share = mix(HELD[0], HELD[1], step / steps);
    const y = mix(tip.source.y, armpit.source.y, share);
    const x = outerEdge(alpha, y, sign);
    if (x === null) continue;
    const inwards = x - mix(tip.source.x, armpit.source.x, share);
    if (Math.abs(inwards) > FURTHEST * length) continue;
    constraints.push({
      source: { x, y },
      target: {
        x: mix(tip.target.x, armpit.target.x, share) + frame.right.x * inwards * scale,
        y: mix(tip.target.y, armpit.target.y, share) + frame.right.y * inwards * scale,
      },
      weight: WEIGHT,
      part: GARMENT_PART.torso,
    });
  }
  return constraints;
}
