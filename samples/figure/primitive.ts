import type { Operation, Primitive, Shape } from '../solid/shape.ts';
import type { Vector } from '../solid/vector.ts';

/** A capsule with two radii. */
export function cone(from: Vector, to: Vector, fromRadius: number, toRadius: number): Shape {
  return { kind: 'round-cone', from, to, fromRadius, toRadius };
}

/** A shape in a layer. */
export function primitive(
  layer: number,
  tag: number,
  shape: Shape,
  blend = 0,
  operation: Operation = 'union',
): Primitive {
  return { shape, layer, operation, blend, tag };
}
