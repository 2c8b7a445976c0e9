import type { LoftSection, Primitive, Shape } from '../solid/shape.ts';
import { add } from '../solid/vector.ts';
import { WAISTBAND } from './clothes-lower.ts';
import { LAYER, REGION } from './layers.ts';
import { neckHole, shirtCollar } from './necklines.ts';
import type { PersonSpec } from './person-spec.ts';
import { cone, primitive } from './primitive.ts';
import { SIDES, type Side, type Skeleton } from './skeleton.ts';
import { sleeveHead, sleevePrimitives } from './sleeves.ts';
import { bustCentres, sectionAt, trunkSections } from './trunk.ts';

/** Visible thickness of cloth at an open edge, in metres. */
export const THICKNESS = 0.004;

/** Room between body and cloth at a height: chest, waist and hem, close at the shoulders. */
function easeAt(spec: PersonSpec, height: number): number {
  const [chest, waist, hem] = spec.upper.ease;
  const stops: readonly (readonly [number, number])[] = [
    [Math.min(spec.upper.hem, 0.95), hem],
    [1.09, waist],
    [1.265, chest],
    [1.36, Math.min(chest, 0.012)],
    [1.4, 0.011],
  ];
  const next = stops.findIndex(([y]) => y >= height);
  if (next === 0) return stops[0]![1];
  if (next < 0) return 0.011;
  const [y0, e0] = stops[next - 1]!;
  const [y1, e1] = stops[next]!;
  return e0 + ((e1 - e0) * (height - y0)) / (y1 - y0);
}

/**
 * The cloth around the trunk from `bottom` (metres above the floor) up. Below the hips it falls
 * freely and widens; below the bust it hangs rather than clings.
 */
function clothSections(
  spec: PersonSpec,
  skeleton: Skeleton,
  bottom: number,
): readonly LoftSection[] {
  const size = skeleton.scale;
  const body = trunkSections(spec, skeleton);
  const hips = 0.86 * size;
  const fall = Math.max(0, hips - bottom) / size;
  const flare = 1 + fall * spec.upper.ease[2] * 9;
  const lowest = sectionAt(body, Math.max(bottom, hips));
  const drape = spec.build.bust * 0.035 * size;
  const drapeEnd = spec.upper.tucked ? WAISTBAND + 0.01 : 0.94;
  const heights = body
    .map((section) => section.at)
    .filter((at) => at > bottom + 0.02 * size && at >= hips);
  const sections = [
    {
      ...lowest,
      at: bottom,
      side: lowest.side * flare,
      front: lowest.front * flare,
      back: lowest.back * flare,
    },
    ...heights.map((at) => sectionAt(body, at)),
  ];
  return sections.map((section) => {
    const height = section.at / size;
    const over =
      spec.lower === null || spec.upper.tucked || height > WAISTBAND + 0.06
        ? 0
        : spec.lower.ease[0] * 0.6 + 0.027;
    const ease = Math.max(easeAt(spec, height), over) * size;
    const underBust = Math.max(0, Math.min(1, (1.26 - height) / 0.06, (height - drapeEnd) / 0.14));
    return {
      ...section,
      side: section.side + ease,
      front: section.front + ease + drape * underBust,
      back: section.back + ease * 1.1,
    };
  });
}

/** Cuts the cloth off below the hem, and hollows the edge so that its thickness shows. */
function hemCut(spec: PersonSpec, skeleton: Skeleton, hem: number): readonly Primitive[] {
  const size = skeleton.scale;
  const whole = clothSections(spec, skeleton, hem - 0.04 * size);
  const ring = (low: number, high: number, wider: number): Shape => ({
    kind: 'loft',
    origin: [0, 0, 0],
    sections: [low, 0, high].map((at) => {
      const section = sectionAt(whole, hem + at * size);
      return {
        ...section,
        at: hem + at * size,
        side: section.side + wider * size,
        front: section.front + wider * size,
        back: section.back + wider * size,
      };
    }),
  });
  return [
    primitive(LAYER.upper, REGION.trunk, ring(-0.16, 0.0005, 0.05), 0.002 * size, 'subtract'),
    ...(spec.upper.tucked
      ? []
      : [primitive(LAYER.upper, REGION.trunk, ring(-0.16, 0.03, -THICKNESS), 0.001, 'subtract')]),
  ];
}

function chestPrimitive(spec: PersonSpec, skeleton: Skeleton, index: 0 | 1): Primitive {
  const size = skeleton.scale;
  const { bust } = spec.build;
  const room = spec.upper.ease[0] * size;
  const sign = SIDES[index].sign;
  const shape: Shape =
    bust > 0
      ? {
          kind: 'ellipsoid',
          centre: bustCentres(spec, skeleton)[index]!,
          radii: [
            0.066 * size + room * 0.5,
            0.064 * size + room * 0.5,
            (0.03 + 0.03 * bust) * size + room * 0.5 + 0.003,
          ],
        }
      : {
          kind: 'ellipsoid',
          centre: [sign * 0.075 * size, 1.28 * size, 0.07 * size],
          radii: [0.08 * size + room * 0.5, 0.06 * size + room * 0.5, 0.036 * size + room * 0.5],
        };
  return primitive(LAYER.upper, REGION.trunk, shape, 0.05 * size);
}

/** Tee, top, shirt or dress. */
export function upperPrimitives(spec: PersonSpec, skeleton: Skeleton): readonly Primitive[] {
  const size = skeleton.scale;
  const { sleeve, hem, neckline, tucked } = spec.upper;
  const sleeveless = sleeve === 'none';
  const sleeves = sleeveless
    ? []
    : SIDES.flatMap((side) => {
        const arm = skeleton.arms[side.index];
        return [sleeveHead(spec, arm, side, size), ...sleevePrimitives(spec, arm, side, size)];
      });
  const trunk: Shape = {
    kind: 'loft',
    origin: [0, 0, 0],
    sections: clothSections(spec, skeleton, (hem - 0.04) * size),
  };
  const edge = tucked ? WAISTBAND - 0.012 : hem;
  return [
    primitive(LAYER.upper, REGION.trunk, trunk),
    ...sleeves,
    ...SIDES.flatMap((side) => shoulderPrimitives(spec, skeleton, side)),
    ...(sleeveless ? SIDES.map((side) => armhole(skeleton, side)) : []),
    ...hemCut(spec, skeleton, edge * size),
    ...neckHole(spec, skeleton),
    ...(neckline === 'collar' ? shirtCollar(skeleton) : []),
  ];
}

function shoulderPrimitives(
  spec: PersonSpec,
  skeleton: Skeleton,
  side: Side,
): readonly Primitive[] {
  const size = skeleton.scale;
  const { sign, index } = side;
  const inwards = spec.upper.sleeve === 'none' ? 0.04 : 0.01;
  const tip = add(skeleton.arms[index].shoulder, [
    -sign * inwards * size,
    0.002 * size,
    -0.004 * size,
  ]);
  const slope = cone(
    [sign * 0.04 * size, 1.452 * size, -0.034 * size],
    tip,
    0.0435 * size,
    0.0465 * size,
  );
  const collarbone = cone(
    [sign * 0.03 * size, 1.415 * size, 0.027 * size],
    add(tip, [0, 0.012 * size, 0.012 * size]),
    0.016 * size,
    0.02 * size,
  );
  return [
    primitive(LAYER.upper, REGION.trunk, slope, 0.03 * size),
    primitive(LAYER.upper, REGION.trunk, collarbone, 0.03 * size),
    chestPrimitive(spec, skeleton, index),
  ];
}

function armhole(skeleton: Skeleton, side: Side): Primitive {
  const size = skeleton.scale;
  const hole: Shape = {
    kind: 'ellipsoid',
    centre: add(skeleton.arms[side.index].shoulder, [side.sign * 0.03 * size, -0.045 * size, 0]),
    radii: [0.068 * size, 0.125 * size, 0.2 * size],
  };
  return primitive(LAYER.upper, REGION.band, hole, 0.012 * size, 'subtract');
}
