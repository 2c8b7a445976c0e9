import type { UpperBodyGarment } from '../../../garment-analysis.ts';
import { GARMENT_PART } from '../../../garment-analysis.ts';
import type { PersonAnalysis } from '../../../person-analysis.ts';
import { pointInFrame } from '../body/frame-coordinates.ts';
import type { TorsoOutline } from '../body/torso-outline.ts';
import type { Constraint } from '../mesh/constraint.ts';
import { mix } from '../scalar.ts';
import { frontWidths } from './front-widths.ts';
import type { HungFront } from './hang-front.ts';
import { gradedShare } from './length-grade.ts';
import type { TorsoMeasures } from './torso-measures.ts';

/** Rows, as shares of the way from armpits to hem, and columns, from the middle to the seams: so dense that no stripe dents at one. */
const ROWS = [-0.2, 0, 0.2, 0.4, 0.6, 0.8] as const;
const COLUMNS = Array.from({ length: 9 }, (_, i) => (i - 4) / 7);
const WEIGHT = 6;
/** The sides give what is missing: as this power of the way from the middle to a seam, which leaves prints their proportions. */
const SIDES_GIVE = 4;
/** A side that is turned away gets narrower as this power of it: so gradually that prints are not bent at an edge. */
const TURNED_AWAY = 2;
/** Above the armpits the armholes hold what lies further out than this share of the way. */
const ABOVE_ARMPITS = 0.5;
/** So near its upper edge, in chest widths, the neckline holds the front by itself. */
const BELOW_NECKLINE = 0.08;
/** The bust stands before the joints by so many times what the neckline does (twelve tops, worn by turned bodies). */
const BUST = 1.3;

function isFront({ alpha, innerCollar }: UpperBodyGarment, x: number, y: number): boolean {
  const column = Math.round(x);
  const row = Math.round(y);
  if (column < 0 || row < 0 || column >= alpha.width || row >= alpha.height) return false;
  const pixel = row * alpha.width + column;
  return alpha.data[pixel]! * (1 - innerCollar.data[pixel]!) > 0.5;
}

/**
 * Holds the front between its side seams. The seams alone would spread a body's width evenly over
 * the cloth; in truth the front keeps its own scale, its middle follows a turned body, and the sides
 * give what is missing.
 *
 * @param hung how the front hangs from the neckline.
 */
export function holdFront(
  garment: UpperBodyGarment,
  person: PersonAnalysis,
  outline: TorsoOutline,
  measures: TorsoMeasures,
  hung: HungFront,
): Constraint[] {
  const { frame } = person;
  const { hem, hemRow, turn, offShoulder } = measures;
  const middleTurn = turn * BUST * frame.shoulderWidth;
  const armpitRow = (garment.left.armpit.y + garment.right.armpit.y) / 2;
  const margin = BELOW_NECKLINE * Math.abs(garment.right.armpit.x - garment.left.armpit.x);
  const constraints: Constraint[] = [];
  for (const t of ROWS) {
    const row = mix(armpitRow, hemRow.y, t);
    const below = mix(hung.armpitBelow, hem, gradedShare(t, hung.grade));
    const { left, right, front } = frontWidths(garment, person, outline, measures, row, below);
    for (const u of COLUMNS) {
      const half = u < 0 ? left : right;
      const source = { x: garment.middle + u * half.flat, y: row };
      // Above the armpits an off-shoulder top is all neckline, which is held by itself.
      if (t < 0 && (offShoulder || Math.abs(u) > ABOVE_ARMPITS)) continue;
      if (!isFront(garment, source.x, source.y - margin)) continue;
      const edge = u < 0 ? -half.worn : half.worn;
      const rest = edge - middleTurn - Math.sign(u) * front;
      const power = rest * u < 0 ? TURNED_AWAY : SIDES_GIVE;
      const across = middleTurn + u * front + rest * Math.abs(u) ** power;
      constraints.push({
        source,
        target: pointInFrame(frame, across / frame.shoulderWidth, below),
        weight: WEIGHT,
        part: GARMENT_PART.torso,
      });
    }
  }
  return constraints;
}
