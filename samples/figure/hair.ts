import { PART } from '@proteus/contracts/person-parts.ts';
import { fractalNoise, valueNoise } from '../shade/noise.ts';
import type { Primitive, Shape } from '../solid/shape.ts';
import type { Displacement } from '../solid/solid.ts';
import type { Vector } from '../solid/vector.ts';
import { headPoint, headScale } from './head.ts';
import { LAYER } from './layers.ts';
import type { HairStyle, PersonSpec } from './person-spec.ts';
import { cone, primitive } from './primitive.ts';
import { SIDES, type Skeleton } from './skeleton.ts';

interface Cut {
  /** Cap over the skull: middle and radii in the head's frame. */
  readonly cap: readonly [Vector, Vector];
  /** The face's window in the cap. */
  readonly window: readonly [Vector, Vector];
  readonly locks: readonly {
    readonly from: Vector;
    readonly to: Vector;
    readonly radii: readonly [number, number];
    /** Drawn on both sides. */
    readonly both: boolean;
  }[];
}

const FACE_WINDOW: readonly [Vector, Vector] = [
  [0, -0.034, 0.09],
  [0.066, 0.096, 0.088],
];

const CUTS: { readonly [Style in HairStyle]: Cut } = {
  crop: {
    cap: [
      [0, 0.04, -0.016],
      [0.0795, 0.088, 0.0985],
    ],
    window: [
      [0, -0.04, 0.075],
      [0.095, 0.094, 0.088],
    ],
    locks: [],
  },
  'side-part': {
    cap: [
      [0, 0.048, -0.014],
      [0.083, 0.09, 0.102],
    ],
    window: [
      [0, -0.042, 0.078],
      [0.097, 0.1, 0.086],
    ],
    locks: [
      { from: [-0.03, 0.112, 0.055], to: [0.035, 0.108, 0.05], radii: [0.026, 0.028], both: false },
      { from: [0.045, 0.1, 0.045], to: [0.066, 0.07, 0.02], radii: [0.022, 0.018], both: false },
      { from: [-0.045, 0.1, 0.04], to: [-0.066, 0.07, 0.02], radii: [0.018, 0.016], both: false },
    ],
  },
  bun: {
    cap: [
      [0, 0.038, -0.016],
      [0.0825, 0.088, 0.102],
    ],
    window: FACE_WINDOW,
    locks: [
      { from: [0, 0.138, -0.055], to: [0.006, 0.142, -0.06], radii: [0.04, 0.041], both: false },
    ],
  },
  bob: {
    cap: [
      [0, 0.034, -0.016],
      [0.0905, 0.094, 0.106],
    ],
    window: FACE_WINDOW,
    locks: [
      { from: [0.078, 0.03, -0.004], to: [0.086, -0.07, 0.01], radii: [0.026, 0.03], both: true },
      { from: [0.072, 0.01, -0.05], to: [0.075, -0.08, -0.04], radii: [0.036, 0.037], both: true },
      { from: [0.0, 0.0, -0.085], to: [0.0, -0.085, -0.07], radii: [0.04, 0.045], both: true },
      { from: [0.07, 0.055, 0.035], to: [0.081, -0.045, 0.038], radii: [0.017, 0.014], both: true },
    ],
  },
  long: {
    cap: [
      [0, 0.036, -0.016],
      [0.0885, 0.093, 0.105],
    ],
    window: FACE_WINDOW,
    locks: [
      { from: [0.074, 0.03, -0.01], to: [0.088, -0.12, -0.012], radii: [0.026, 0.034], both: true },
      {
        from: [0.088, -0.12, -0.012],
        to: [0.098, -0.245, 0.052],
        radii: [0.034, 0.03],
        both: true,
      },
      { from: [0.098, -0.245, 0.052], to: [0.09, -0.33, 0.085], radii: [0.03, 0.013], both: true },
      { from: [0.0, 0.0, -0.085], to: [0.0, -0.25, -0.075], radii: [0.045, 0.055], both: true },
      { from: [0.06, -0.05, -0.06], to: [0.075, -0.25, -0.05], radii: [0.045, 0.045], both: true },
      { from: [0.068, 0.06, 0.035], to: [0.083, -0.07, 0.034], radii: [0.016, 0.017], both: true },
      { from: [0.083, -0.07, 0.034], to: [0.092, -0.2, 0.05], radii: [0.017, 0.02], both: true },
    ],
  },
  curls: {
    cap: [
      [0, 0.06, -0.016],
      [0.118, 0.108, 0.122],
    ],
    window: [
      [0, -0.036, 0.1],
      [0.071, 0.094, 0.1],
    ],
    locks: [
      { from: [0.085, 0.05, -0.01], to: [0.092, 0.0, -0.02], radii: [0.038, 0.032], both: true },
    ],
  },
  ponytail: {
    cap: [
      [0, 0.038, -0.016],
      [0.0825, 0.0885, 0.102],
    ],
    window: FACE_WINDOW,
    locks: [
      { from: [0.01, 0.09, -0.1], to: [-0.045, 0.02, -0.13], radii: [0.024, 0.034], both: false },
      {
        from: [-0.045, 0.02, -0.13],
        to: [-0.085, -0.12, -0.09],
        radii: [0.034, 0.036],
        both: false,
      },
      {
        from: [-0.085, -0.12, -0.09],
        to: [-0.105, -0.26, 0.01],
        radii: [0.036, 0.014],
        both: false,
      },
    ],
  },
};

/** Relief of strands: fine across the way the hair falls, long along it. */
export function strandNoise(style: HairStyle, x: number, y: number, z: number): number {
  if (style === 'curls') return fractalNoise(x * 75, y * 75, z * 75, 2) * 1.5;
  if (style === 'crop') return fractalNoise(x * 260, y * 120, z * 260, 2);
  const swirl = valueNoise(x * 14, y * 9, z * 14) * 1.6;
  const angle = Math.atan2(x, z);
  return (
    valueNoise(angle * 15 + swirl, y * 6 + swirl, 3.3) * 0.6 +
    valueNoise(angle * 44 + swirl * 2, y * 9, 8.1) * 0.4
  );
}

/** The relief of a person's hair, for the solid's layer. */
export function hairRelief(spec: PersonSpec, skeleton: Skeleton): Displacement {
  const { style } = spec.hair;
  const depth = style === 'curls' ? 0.008 : style === 'crop' ? 0.0012 : 0.0034;
  const [hx, hy, hz] = skeleton.head;
  return (x, y, z) => -depth * strandNoise(style, x - hx, y - hy, z - hz);
}

/** The volume of the hair. */
export function hairPrimitives(spec: PersonSpec, skeleton: Skeleton): readonly Primitive[] {
  const s = headScale(skeleton);
  const cut = CUTS[spec.hair.style];
  const ball = ([centre, radii]: readonly [Vector, Vector]): Shape => ({
    kind: 'ellipsoid',
    centre: headPoint(skeleton, centre),
    radii: [radii[0] * s, radii[1] * s, radii[2] * s],
    frame: skeleton.headFrame,
  });
  const tag = PART.hair;
  const locks = cut.locks.flatMap((lock) =>
    SIDES.filter((side) => lock.both || side.sign === 1).map((side) =>
      primitive(
        LAYER.hair,
        tag,
        cone(
          headPoint(skeleton, [lock.from[0] * side.sign, lock.from[1], lock.from[2]]),
          headPoint(skeleton, [lock.to[0] * side.sign, lock.to[1], lock.to[2]]),
          lock.radii[0] * s,
          lock.radii[1] * s,
        ),
        0.02 * s,
      ),
    ),
  );
  return [
    primitive(LAYER.hair, tag, ball(cut.cap), 0.01 * s),
    primitive(LAYER.hair, tag, ball(cut.window), 0.012 * s, 'subtract'),
    ...locks,
  ];
}
