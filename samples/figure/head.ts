import { PART } from '@proteus/contracts/person-parts.ts';
import type { Primitive, Shape } from '../solid/shape.ts';
import { fromFrame, type Vector } from '../solid/vector.ts';
import { LAYER } from './layers.ts';
import type { PersonSpec } from './person-spec.ts';
import { cone, primitive } from './primitive.ts';
import { SIDES, type Skeleton } from './skeleton.ts';

/**
 * Points of the face in the head's frame, in metres for a person 1.72 m tall: x to the person's
 * left, y up from the eyes' level, z to the front. `x` is given for the left side.
 */
export const FACE = {
  eye: [0.0315, 0, 0.0665],
  eyeRadius: 0.0128,
  /** Half width and half height of the opening between the lids. */
  lids: [0.0148, 0.0062],
  brow: [0.033, 0.0185, 0.084],
  nose: [0, -0.0365, 0.1025],
  mouth: [0.0235, -0.0665, 0.083],
  ear: [0.0735, -0.01, -0.006],
  chin: [0, -0.104, 0.07],
} as const;

/** Size of the drawn head against the measures of `FACE`. */
const HEAD = 0.965;

/** Metres per metre of the head's frame. */
export function headScale(skeleton: Skeleton): number {
  return skeleton.scale * HEAD;
}

/** World position of a point of the head. */
export function headPoint(skeleton: Skeleton, local: Vector): Vector {
  const s = headScale(skeleton);
  return fromFrame(skeleton.head, skeleton.headFrame, [local[0] * s, local[1] * s, local[2] * s]);
}

/** Skull, face and ears; the eyeballs are a layer of their own. */
export function headPrimitives(spec: PersonSpec, skeleton: Skeleton): readonly Primitive[] {
  const s = headScale(skeleton);
  const { jaw } = spec.build;
  const face = PART.face;
  const at = (x: number, y: number, z: number) => headPoint(skeleton, [x, y, z]);
  const ball = (centre: Vector, radii: Vector): Shape => ({
    kind: 'ellipsoid',
    centre: at(...centre),
    radii: [radii[0] * s, radii[1] * s, radii[2] * s],
    frame: skeleton.headFrame,
  });
  const rod = (from: Vector, to: Vector, fromRadius: number, toRadius: number): Shape =>
    cone(at(...from), at(...to), fromRadius * s, toRadius * s);
  const skin = (shape: Shape, blend: number) => primitive(LAYER.skin, face, shape, blend * s);
  const cut = (shape: Shape, blend: number) =>
    primitive(LAYER.skin, face, shape, blend * s, 'subtract');
  const parts: Primitive[] = [
    skin(ball([0, 0.032, -0.012], [0.0755, 0.086, 0.094]), 0.02),
    skin(ball([0, -0.018, 0.026], [0.0585, 0.079, 0.0605]), 0.03),
    skin(ball([0, -0.06, 0.038], [0.0365 + jaw * 0.006, 0.044, 0.049]), 0.025),
    skin(
      rod(
        [-0.006 - jaw * 0.009, -0.0945, 0.06],
        [0.006 + jaw * 0.009, -0.0945, 0.06],
        0.0175,
        0.0175,
      ),
      0.022,
    ),
    skin(rod([-0.03, 0.02, 0.071], [0.03, 0.02, 0.071], 0.0125, 0.0125), 0.02),
  ];
  for (const { sign } of SIDES) {
    parts.push(
      skin(
        rod(
          [sign * (0.0405 + jaw * 0.0085), -0.054, 0.004],
          [sign * (0.014 + jaw * 0.006), -0.094, 0.055],
          0.0125,
          0.0125,
        ),
        0.022,
      ),
      skin(ball([sign * 0.0415, -0.027, 0.054], [0.0165, 0.014, 0.0165]), 0.03),
      cut(ball([sign * 0.031, 0.001, 0.104], [0.019, 0.0125, 0.0215]), 0.014),
    );
  }
  parts.push(
    skin(rod([0, 0.004, 0.081], [0, -0.03, 0.0965], 0.0068, 0.0085), 0.014),
    skin(ball([0, -0.0345, 0.0965], [0.0105 + jaw * 0.0015, 0.0092, 0.0105]), 0.008),
    skin(rod([-0.012, -0.0655, 0.0805], [0.012, -0.0655, 0.0805], 0.0105, 0.0105), 0.014),
  );
  for (const { sign } of SIDES) {
    parts.push(
      skin(ball([sign * 0.0125, -0.0385, 0.086], [0.0072, 0.0066, 0.0095]), 0.006),
      skin(
        rod([sign * 0.0195, -0.0655, 0.0815], [sign * 0.0045, -0.0605, 0.0905], 0.0028, 0.0048),
        0.005,
      ),
      skin(
        rod([sign * 0.018, -0.0685, 0.0825], [sign * 0.002, -0.0725, 0.0895], 0.003, 0.0062),
        0.005,
      ),
      skin(ball([sign * 0.0315, 0, 0.0665], [0.0142, 0.0136, 0.0142]), 0.005),
    );
  }
  for (const { sign } of SIDES) {
    parts.push(
      cut(
        ball([sign * FACE.eye[0], FACE.eye[1] - 0.001, 0.086], [FACE.lids[0], FACE.lids[1], 0.024]),
        0.0012,
      ),
      primitive(
        LAYER.eyes,
        face,
        ball([sign * FACE.eye[0], FACE.eye[1], FACE.eye[2]], [0.0128, 0.0128, 0.0128]),
      ),
    );
    const lobe: Vector = [sign * 0.0718, -0.026, -0.002];
    parts.push(
      skin(ball([sign * 0.073, -0.004, -0.009], [0.0064, 0.0232, 0.0148]), 0.006),
      skin(ball(lobe, [0.006, 0.009, 0.008]), 0.008),
      cut(ball([sign * 0.079, -0.003, -0.001], [0.004, 0.0155, 0.0085]), 0.004),
    );
  }
  return [
    ...parts.filter((part) => part.operation === 'union'),
    ...parts.filter((part) => part.operation !== 'union'),
  ];
}
