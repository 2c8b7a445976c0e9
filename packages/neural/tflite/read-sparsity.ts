import { unreadableModel } from '../unreadable-model.ts';
import type { FlatBuffer, TableOffset } from './flat-buffer.ts';
import type { SparseDimension, Sparsity } from './tflite-model.ts';

const MAX_LEVELS = 16;
const MAX_INDICES = 2 ** 24;

const SPARSITY = { traversalOrder: 0, blockMap: 1, dimensions: 2 };
const DIMENSION = {
  format: 0,
  size: 1,
  segmentsType: 2,
  segments: 3,
  indicesType: 4,
  indices: 5,
};
const FORMAT_DENSE = 0;
/** Members of the union `SparseIndexVector`: bytes of one index. */
const INDEX_BYTES: ReadonlyMap<number, 4 | 2 | 1> = new Map([
  [1, 4],
  [2, 2],
  [3, 1],
]);

function readIndices(
  buffer: FlatBuffer,
  dimension: TableOffset,
  typeSlot: number,
  slot: number,
): number[] {
  const size = INDEX_BYTES.get(buffer.int8(dimension, typeSlot, 0));
  const table = buffer.table(dimension, slot);
  const bytes = size && table !== undefined ? buffer.elements(table, 0, size) : undefined;
  if (bytes === undefined || size === undefined || bytes.length > MAX_INDICES) {
    throw unreadableModel('a sparse tensor lacks its indices');
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Array.from({ length: bytes.length / size }, (_, index) => {
    const at = index * size;
    if (size === 4) {
      return view.getInt32(at, true);
    }
    return size === 2 ? view.getUint16(at, true) : view.getUint8(at);
  });
}

function readDimension(buffer: FlatBuffer, table: TableOffset): SparseDimension {
  if (buffer.int8(table, DIMENSION.format, FORMAT_DENSE) === FORMAT_DENSE) {
    return { format: 'dense', size: buffer.int32(table, DIMENSION.size, 0) };
  }
  return {
    format: 'compressed',
    segments: readIndices(buffer, table, DIMENSION.segmentsType, DIMENSION.segments),
    indices: readIndices(buffer, table, DIMENSION.indicesType, DIMENSION.indices),
  };
}

/**
 * Reads a tensor's `SparsityParameters`.
 *
 * @throws {ProteusError} `MODEL_UNREADABLE`.
 */
export function readSparsity(buffer: FlatBuffer, table: TableOffset): Sparsity {
  return {
    traversalOrder: buffer.int32s(table, SPARSITY.traversalOrder, MAX_LEVELS),
    blockMap: buffer.int32s(table, SPARSITY.blockMap, MAX_LEVELS),
    dimensions: buffer
      .tables(table, SPARSITY.dimensions, MAX_LEVELS)
      .map((dimension) => readDimension(buffer, dimension)),
  };
}
