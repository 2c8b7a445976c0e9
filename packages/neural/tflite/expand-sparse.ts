import { elementCount, type Shape } from '../shape.ts';
import { unreadableModel } from '../unreadable-model.ts';
import type { ConstantValues } from './conversion.ts';
import type { Sparsity } from './tflite-model.ts';

const MAX_ELEMENTS = 2 ** 24;

/** Where in the dense tensor one step along each level leads: its strides, by level. */
function levelStrides(shape: Shape, { traversalOrder, blockMap, dimensions }: Sparsity): number[] {
  const rank = shape.length;
  const strides = new Array<number>(rank).fill(1);
  for (let axis = rank - 2; axis >= 0; axis--) {
    strides[axis] = strides[axis + 1]! * shape[axis + 1]!;
  }
  const blockSizes = new Array<number>(rank).fill(1);
  for (let level = rank; level < traversalOrder.length; level++) {
    const axis = blockMap[traversalOrder[level]! - rank];
    const dimension = dimensions[level];
    if (axis === undefined || strides[axis] === undefined || dimension?.format !== 'dense') {
      throw unreadableModel('a sparse tensor has blocks that do not fit it');
    }
    blockSizes[axis] = dimension.size;
  }
  return traversalOrder.map((entry, level) => {
    const axis = level < rank ? entry : blockMap[entry - rank]!;
    const stride = strides[axis];
    if (stride === undefined) {
      throw unreadableModel('a sparse tensor names an axis that it does not have');
    }
    return level < rank ? stride * blockSizes[axis]! : stride;
  });
}

/**
 * Spreads a sparse tensor's stored values over its full shape; the rest is zero.
 *
 * @throws {ProteusError} `MODEL_UNREADABLE` when the indices do not fit the shape or the values.
 * @see TensorFlow Lite, `sparsity/format_converter` (after the TACO formats of Kjolstad et al. 2017).
 */
export function expandSparse(
  stored: ConstantValues,
  shape: Shape,
  sparsity: Sparsity,
): ConstantValues {
  const { traversalOrder, dimensions } = sparsity;
  const size = elementCount(shape);
  if (
    size > MAX_ELEMENTS ||
    traversalOrder.length < shape.length ||
    traversalOrder.length !== dimensions.length
  ) {
    throw unreadableModel(`a sparse tensor of shape [${shape}] is malformed`);
  }
  const strides = levelStrides(shape, sparsity);
  const dense = stored instanceof Float32Array ? new Float32Array(size) : new Uint16Array(size);
  let next = 0;
  const mostVisits = (dimensions.length + 1) * (size + 1);
  let visits = 0;

  function place(level: number, row: number, offset: number): void {
    // Empty rows cost time but no values: bound the visits, too.
    if (++visits > mostVisits) {
      throw unreadableModel('a sparse tensor has too many rows');
    }
    const dimension = dimensions[level];
    if (dimension === undefined) {
      if (next >= stored.length || offset < 0 || offset >= size) {
        throw unreadableModel('a sparse tensor has an index outside its shape');
      }
      dense[offset] = stored[next++]!;
      return;
    }
    const stride = strides[level]!;
    if (dimension.format === 'dense') {
      for (let index = 0; index < dimension.size; index++) {
        place(level + 1, row * dimension.size + index, offset + index * stride);
      }
      return;
    }
    const end = dimension.segments[row + 1] ?? 0;
    for (let entry = dimension.segments[row] ?? 0; entry < end; entry++) {
      const index = dimension.indices[entry];
      if (index === undefined) {
        throw unreadableModel('a sparse tensor names an entry that it does not have');
      }
      place(level + 1, entry, offset + index * stride);
    }
  }

  place(0, 0, 0);
  return dense;
}
