import type { Plane, Point } from '@proteus/raster/types.ts';
import type { PersonAnalysis } from '../../../person-analysis.ts';
import type { Constraint } from '../mesh/constraint.ts';
import { clamp, mix } from '../scalar.ts';
import { edgeDistance } from './arm-outline.ts';

/** Shares of the way from shoulder tip to the sleeve's first held edge: so densely that no bumps stand out between. */
const STATIONS = [0.125, 0.25, 0.375, 0.5, 0.625, 0.75, 0.875] as const;
const WEIGHT = 10;
/**
 * Least radius of the shoulder's rounding, in shares of the way between tip and held edge: the edge
 * lies down the arm, far from the joint, and its distance says little about the shoulder itself.
 */
const LEAST = 0.5;
/** A shoulder stands off the bone's line this many times as far as the tip and the held edge at most: an arm is no wider there. */
const BULGE = 1.04;
/** Sources lie this far inside the garment's edge, so that they meet the mesh. */
const INSET = 0.97;

/** Walks outwards from a point inside the garment until its edge. */
function edgeAlong(alpha: Plane, from: Point, dx: number, dy: number): number {
  const { width, height, data } = alpha;
  let last = 0;
  for (let run = 0; run < width; run++) {
    const x = Math.round(from.x + dx * run);
    const y = Math.round(from.y + dy * run);
    if (x < 0 || y < 0 || x >= width || y >= height) break;
    if (data[y * width + x]! > 0.5) last = run;
    else if (run - last > 4) break;
  }
  return last;
}

/** The angle from one direction to another, the short way. */
function turn(from: number, to: number): number {
  const raw = to - from;
  return raw - 2 * Math.PI * Math.round(raw / (2 * Math.PI));
}

/** A shoulder on the person, in the picture. */
export interface WornShoulder {
  /** The joint. */
  readonly centre: Point;
  readonly tip: Point;
  /** The first held outer edge of the sleeve. */
  readonly edge: Point;
  /** Unit vector across the arm, away from the body. */
  readonly outwards: Point;
}

function outwardsOf({ centre, outwards }: WornShoulder, point: Point): number {
  return (point.x - centre.x) * outwards.x + (point.y - centre.y) * outwards.y;
}

/**
 * Holds the rounding of the shoulder, between the tip and where the sleeve's own slices begin:
 * without it the flat sleeve's surplus there stands off as a puff.
 *
 * @param slimness share of the person's outline that the shoulder itself takes up.
 * @param widest how far the shoulder may bulge over the way from tip to sleeve, 1 = not at all.
 * @param flat the armhole's middle, the tip and the first held outer edge on the flat garment.
 */
export function holdShoulderCap(
  alpha: Plane,
  person: PersonAnalysis,
  { slimness, widest }: { readonly slimness: number; readonly widest: number },
  flat: { readonly centre: Point; readonly tip: Point; readonly edge: Point },
  worn: WornShoulder,
  part: number,
): Constraint[] {
  const angle = (centre: Point, point: Point) => Math.atan2(point.y - centre.y, point.x - centre.x);
  const distance = (centre: Point, point: Point) =>
    Math.hypot(point.x - centre.x, point.y - centre.y);
  const flatStart = angle(flat.centre, flat.tip);
  const flatTurn = turn(flatStart, angle(flat.centre, flat.edge));
  const wornStart = angle(worn.centre, worn.tip);
  // Over the shoulder, as on the flat garment: with the tip inside the joint that is the long way.
  const wornTurn = flatTurn + turn(flatTurn, angle(worn.centre, worn.edge) - wornStart);
  const furthest =
    BULGE * Math.max(...[worn.tip, worn.edge].map((point) => outwardsOf(worn, point)));
  const constraints: Constraint[] = [];
  for (const share of STATIONS) {
    const flatAngle = flatStart + flatTurn * share;
    const dx = Math.cos(flatAngle);
    const dy = Math.sin(flatAngle);
    const reach = edgeAlong(alpha, flat.centre, dx, dy) * INSET;
    const wornAngle = wornStart + wornTurn * share;
    const tipRadius = distance(worn.centre, worn.tip);
    const ox = Math.cos(wornAngle);
    const oy = Math.sin(wornAngle);
    const round = mix(tipRadius, distance(worn.centre, worn.edge), share);
    const outwards = ox * worn.outwards.x + oy * worn.outwards.y;
    const isHeld = outwards > 0 && furthest > 0;
    const expected = isHeld ? Math.min(round, furthest / outwards) : round;
    const seen = edgeDistance(person, worn.centre.x, worn.centre.y, ox, oy, expected * 1.5);
    const radius = clamp((seen ?? expected) * slimness, expected * LEAST, expected * widest);
    constraints.push({
      source: { x: flat.centre.x + dx * reach, y: flat.centre.y + dy * reach },
      target: {
        x: worn.centre.x + ox * radius,
        y: worn.centre.y + oy * radius,
      },
      weight: WEIGHT,
      part,
    });
  }
  return constraints;
}
