import type { Primitive } from '../solid/shape.ts';
import { fromFrame, type Vector } from '../solid/vector.ts';
import { LAYER, REGION } from './layers.ts';
import { cone, primitive } from './primitive.ts';
import { SIDES, type Skeleton } from './skeleton.ts';

/** Height of the sole's upper edge above the floor, for a person 1.72 m tall. */
export const SOLE = 0.023;

/** Low trainers. */
export function shoePrimitives(skeleton: Skeleton): readonly Primitive[] {
  const s = skeleton.scale;
  const shoes = SIDES.flatMap((side) => {
    const { ankle, foot } = skeleton.legs[side.index];
    const ground: Vector = [ankle[0], 0, ankle[2]];
    const at = (x: number, y: number, z: number) =>
      fromFrame(ground, foot, [x * side.sign * s, y * s, z * s]);
    const tag = side.index === 0 ? REGION.leftShoe : REGION.rightShoe;
    const part = (from: Vector, to: Vector, a: number, b: number, blend: number) =>
      primitive(LAYER.shoes, tag, cone(at(...from), at(...to), a * s, b * s), blend * s);
    return [
      part([0, 0.032, -0.032], [0, 0.03, 0.05], 0.0385, 0.0385, 0),
      part([0, 0.083, -0.008], [0, 0.05, 0.062], 0.039, 0.03, 0.03),
      part([0.004, 0.03, 0.05], [0.007, 0.022, 0.136], 0.041, 0.034, 0.02),
      part([-0.012, 0.018, 0.06], [-0.008, 0.014, 0.13], 0.03, 0.028, 0.02),
    ];
  });
  const floor = { kind: 'half-space', point: [0, 0, 0], normal: [0, -1, 0] } as const;
  return [...shoes, primitive(LAYER.shoes, REGION.leftShoe, floor, 0.004, 'intersect')];
}
