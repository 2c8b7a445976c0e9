import type { LoftSection, Primitive, Shape } from '../solid/shape.ts';
import { add, type Vector } from '../solid/vector.ts';
import { WAISTBAND } from './clothes-lower.ts';
import { LAYER, REGION } from './layers.ts';
import { neckHole, shirtCollar } from './necklines.ts';
import type { PersonSpec } from './person-spec.ts';
import { cone, primitive } from './primitive.ts';
import { SIDES, type Skeleton } from './skeleton.ts';
import { sleevePrimitives } from './sleeves.ts';
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
        : spec.lower.ease[0] * 0.55 + 0.019;
    const ease = Math.max(easeAt(spec, height), over) * size;
    const underBust = Math.max(0, Math.min(1, (1.26 - height) / 0.06, (height - 0.9) / 0.2));
    return {
      ...section,
      side: section.side + ease,
      front: section.front + ease + drape * underBust,
      back: section.back + ease * 1.1,
    };
  });
}

/** Cuts the cloth off below the hem, and hollows the edge so that its thickness shows. */
function hemCut(spec: PersonSpec, skeleton: Skeleton): readonly Primitive[] {
  const size = skeleton.scale;
  const hem = spec.upper.hem * size;
  const edge = clothSections(spec, skeleton, hem)[0]!;
  const ring = (low: number, high: number, wider: number): Shape => ({
    kind: 'loft',
    origin: [0, 0, 0],
    sections: [low, high].map((at) => ({
      ...edge,
      at: hem + at * size,
      side: edge.side + wider * size,
      front: edge.front + wider * size,
      back: edge.back + wider * size,
    })),
  });
  return [
    primitive(LAYER.upper, REGION.trunk, ring(-0.1, 0, 0.022), 0.002 * size, 'subtract'),
    primitive(LAYER.upper, REGION.trunk, ring(-0.1, 0.03, -THICKNESS), 0.001, 'subtract'),
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
  const parts: Primitive[] = [
    primitive(LAYER.upper, REGION.trunk, {
      kind: 'loft',
      origin: [0, 0, 0],
      sections: clothSections(spec, skeleton, (hem - (tucked ? 0 : 0.04)) * size),
    }),
  ];
  for (const side of SIDES) {
    const arm = skeleton.arms[side.index];
    const root: Vector = [side.sign * 0.04 * size, 1.452 * size, -0.034 * size];
    const tip = add(arm.shoulder, [
      -side.sign * (sleeveless ? 0.04 : 0.01) * size,
      0.002 * size,
      -0.004 * size,
    ]);
    parts.push(
      primitive(
        LAYER.upper,
        REGION.trunk,
        cone(root, tip, 0.0435 * size, 0.0465 * size),
        0.03 * size,
      ),
      primitive(
        LAYER.upper,
        REGION.trunk,
        cone(
          [side.sign * 0.03 * size, 1.415 * size, 0.027 * size],
          add(tip, [0, 0.012 * size, 0.012 * size]),
          0.016 * size,
          0.02 * size,
        ),
        0.03 * size,
      ),
      chestPrimitive(spec, skeleton, side.index),
    );
    if (sleeveless) {
      const hole: Shape = {
        kind: 'ellipsoid',
        centre: add(arm.shoulder, [side.sign * 0.03 * size, -0.045 * size, 0]),
        radii: [0.068 * size, 0.125 * size, 0.2 * size],
      };
      parts.push(primitive(LAYER.upper, REGION.band, hole, 0.012 * size, 'subtract'));
    } else {
      parts.push(...sleevePrimitives(spec, arm, side, size));
    }
  }
  if (!tucked) parts.push(...hemCut(spec, skeleton));
  parts.push(...neckHole(spec, skeleton));
  if (neckline === 'collar') parts.push(...shirtCollar(skeleton));
  return parts;
}
