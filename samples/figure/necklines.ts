import type { Primitive, Shape } from '../solid/shape.ts';
import { frameAlong } from '../solid/vector.ts';
import { LAYER, REGION } from './layers.ts';
import type { PersonSpec } from './person-spec.ts';
import { cone, primitive } from './primitive.ts';
import type { Skeleton } from './skeleton.ts';

/** The hole for the neck. */
export function neckHole(spec: PersonSpec, skeleton: Skeleton): readonly Primitive[] {
  const size = skeleton.scale;
  const broad = spec.build.jaw * 0.006;
  const cut = (shape: Shape, blend = 0.002) =>
    primitive(LAYER.upper, REGION.band, shape, blend * size, 'subtract');
  const round = (y: number, z: number, radius: number): Shape =>
    cone(
      [0, y * size, z * size],
      [0, 1.62 * size, 0.01 * size],
      (radius + broad) * size,
      (radius + broad + 0.012) * size,
    );
  switch (spec.upper.neckline) {
    case 'crew':
      return [cut(round(1.48, 0.002, 0.068))];
    case 'collar':
      return [cut(round(1.488, 0.0, 0.06))];
    case 'scoop':
      return [
        cut(round(1.48, -0.01, 0.082)),
        cut(
          {
            kind: 'ellipsoid',
            centre: [0, 1.45 * size, 0.1 * size],
            radii: [0.095 * size, 0.13 * size, 0.12 * size],
          },
          0.02,
        ),
      ];
    case 'v':
      return [
        cut(round(1.48, -0.004, 0.07)),
        cut(
          {
            kind: 'loft',
            origin: [0, 1.3 * size, 0.12 * size],
            sections: [
              { at: 0, side: 0.002 * size, front: 0.2 * size, back: 0.12 * size },
              { at: 0.2 * size, side: 0.092 * size, front: 0.2 * size, back: 0.12 * size },
            ],
          },
          0.004,
        ),
      ];
  }
}

/** A shirt's turned-down collar, open at the throat. */
export function shirtCollar(skeleton: Skeleton): readonly Primitive[] {
  const s = skeleton.scale;
  const ring = (inset: number, reach: number): Shape => ({
    kind: 'loft',
    origin: [0, 1.452 * s, -0.012 * s],
    frame: frameAlong([0, 1, 0.22], [0, 0, 1]),
    sections: [
      {
        at: (-0.022 - reach) * s,
        side: (0.094 - inset) * s,
        front: (0.088 - inset) * s,
        back: (0.082 - inset) * s,
      },
      {
        at: (0.026 + reach) * s,
        side: (0.069 - inset) * s,
        front: (0.064 - inset) * s,
        back: (0.072 - inset) * s,
      },
    ],
  });
  const gap: Shape = {
    kind: 'loft',
    origin: [0, 1.36 * s, 0.09 * s],
    sections: [
      { at: 0, side: 0.062 * s, front: 0.2 * s, back: 0.07 * s },
      { at: 0.108 * s, side: 0.004 * s, front: 0.2 * s, back: 0.07 * s },
    ],
  };
  return [
    primitive(LAYER.collar, REGION.band, ring(0, 0), 0.004 * s),
    primitive(LAYER.collar, REGION.band, ring(0.006, 0.01), 0.002 * s, 'subtract'),
    primitive(LAYER.collar, REGION.band, gap, 0.002 * s, 'subtract'),
  ];
}
