import type { Primitive } from '../solid/shape.ts';
import { fromFrame, type Vector } from '../solid/vector.ts';
import { LAYER, REGION } from './layers.ts';
import { cone, primitive } from './primitive.ts';
import { SIDES, type Skeleton } from './skeleton.ts';

/** Low trainers with a pale sole. */
export function shoePrimitives(skeleton: Skeleton): readonly Primitive[] {
  const s = skeleton.scale;
  return SIDES.flatMap((side) => {
    const { ankle, foot } = skeleton.legs[side.index];
    const ground: Vector = [ankle[0], 0, ankle[2]];
    const at = (x: number, y: number, z: number) =>
      fromFrame(ground, foot, [x * side.sign * s, y * s, z * s]);
    const shoe = side.index === 0 ? REGION.leftShoe : REGION.rightShoe;
    const sole = side.index === 0 ? REGION.leftSole : REGION.rightSole;
    return [
      primitive(
        LAYER.shoes,
        shoe,
        cone(at(0, 0.052, -0.03), at(0, 0.044, 0.05), 0.042 * s, 0.04 * s),
      ),
      primitive(
        LAYER.shoes,
        shoe,
        cone(at(0, 0.088, -0.005), at(0, 0.06, 0.06), 0.038 * s, 0.03 * s),
        0.03 * s,
      ),
      primitive(
        LAYER.shoes,
        shoe,
        cone(at(0.004, 0.044, 0.05), at(0.006, 0.036, 0.135), 0.04 * s, 0.034 * s),
        0.03 * s,
      ),
      primitive(
        LAYER.shoes,
        sole,
        {
          kind: 'rounded-box',
          centre: at(0.003, 0.014, 0.045),
          halves: [0.044 * s, 0.0145 * s, 0.132 * s],
          rounding: 0.0135 * s,
          frame: foot,
        },
        0.004 * s,
      ),
    ];
  });
}
