/** Lengths of a tensor's dimensions, outermost first; `[]` is a scalar. */
export type Shape = readonly number[];

/** How many values a tensor of this shape holds. */
export function elementCount(shape: Shape): number {
  return shape.reduce((product, length) => product * length, 1);
}

/** Whether two shapes are equal, dimension by dimension. */
export function sameShape(left: Shape, right: Shape): boolean {
  return left.length === right.length && left.every((length, axis) => length === right[axis]);
}

/**
 * The shape of an element-wise operation's result by the broadcasting rule of ONNX and NumPy.
 *
 * @throws {RangeError} when the shapes do not fit.
 */
export function broadcastShape(left: Shape, right: Shape): Shape {
  const rank = Math.max(left.length, right.length);
  return Array.from({ length: rank }, (_, axis) => {
    const a = left[left.length - rank + axis] ?? 1;
    const b = right[right.length - rank + axis] ?? 1;
    if (a !== b && a !== 1 && b !== 1) {
      throw new RangeError(`shapes [${left}] and [${right}] do not broadcast`);
    }
    return a === 1 ? b : a;
  });
}
