import { unreadableModel } from '../unreadable-model.ts';
import { type FlatBuffer, openFlatBuffer, type TableOffset } from './flat-buffer.ts';
import { readSparsity } from './read-sparsity.ts';
import type { TfliteModel, TfliteOperator, TfliteTensor } from './tflite-model.ts';

const FILE_IDENTIFIER = 'TFL3';
const MAX_ENTRIES = 65_536;
const MAX_RANK = 8;
const MAX_OPERANDS = 256;
const MAX_NAME_BYTES = 1024;

const MODEL = { operatorCodes: 1, subgraphs: 2, buffers: 4 };
const OPERATOR_CODE = { deprecatedCode: 0, code: 3 };
const SUBGRAPH = { tensors: 0, inputs: 1, outputs: 2, operators: 3 };
const TENSOR = { shape: 0, type: 1, buffer: 2, name: 3, sparsity: 6 };
const OPERATOR = { code: 0, inputs: 1, outputs: 2, options: 4 };

function readOperatorCode(buffer: FlatBuffer, table: TableOffset): number {
  return Math.max(
    buffer.int8(table, OPERATOR_CODE.deprecatedCode, 0),
    buffer.int32(table, OPERATOR_CODE.code, 0),
  );
}

function readTensor(
  buffer: FlatBuffer,
  table: TableOffset,
  contents: readonly (Uint8Array | undefined)[],
): TfliteTensor {
  const index = buffer.uint32(table, TENSOR.buffer, 0);
  if (index >= contents.length) {
    throw unreadableModel(`a tensor names buffer ${index} of ${contents.length}`);
  }
  const shape = buffer.int32s(table, TENSOR.shape, MAX_RANK);
  if (shape.some((length) => length < 0)) {
    throw unreadableModel(`a tensor has the shape [${shape}]`);
  }
  const data = contents[index];
  const sparsity = buffer.table(table, TENSOR.sparsity);
  return {
    name: buffer.string(table, TENSOR.name, MAX_NAME_BYTES),
    shape,
    type: buffer.int8(table, TENSOR.type, 0),
    data: data?.length === 0 ? undefined : data,
    sparsity: sparsity === undefined ? undefined : readSparsity(buffer, sparsity),
  };
}

function checkIndices(indices: readonly number[], count: number, lowest: number): void {
  const wrong = indices.find((index) => index < lowest || index >= count);
  if (wrong !== undefined) {
    throw unreadableModel(`it names tensor ${wrong} of ${count}`);
  }
}

function readOperator(
  buffer: FlatBuffer,
  table: TableOffset,
  codes: readonly number[],
  tensorCount: number,
): TfliteOperator {
  const code = codes[buffer.uint32(table, OPERATOR.code, 0)];
  if (code === undefined) {
    throw unreadableModel('an operator has no code');
  }
  const inputs = buffer.int32s(table, OPERATOR.inputs, MAX_OPERANDS);
  const outputs = buffer.int32s(table, OPERATOR.outputs, MAX_OPERANDS);
  checkIndices(inputs, tensorCount, -1);
  checkIndices(outputs, tensorCount, 0);
  const options = buffer.table(table, OPERATOR.options);
  return {
    code,
    inputs,
    outputs,
    options: {
      int8: (slot, fallback) =>
        options === undefined ? fallback : buffer.int8(options, slot, fallback),
      int32: (slot, fallback) =>
        options === undefined ? fallback : buffer.int32(options, slot, fallback),
    },
  };
}

/**
 * Reads the first subgraph of a `.tflite` file. Constants are views into `file`, not copies.
 *
 * @throws {ProteusError} `MODEL_UNREADABLE` when the file is damaged or not TFLite at all.
 * @see https://github.com/tensorflow/tensorflow/blob/master/tensorflow/compiler/mlir/lite/schema/schema.fbs
 */
export function readTflite(file: Uint8Array): TfliteModel {
  // A Buffer's `slice` shares its memory where a Uint8Array's copies: keep to the latter.
  const bytes = new Uint8Array(file.buffer, file.byteOffset, file.byteLength);
  if (new TextDecoder().decode(bytes.subarray(4, 8)) !== FILE_IDENTIFIER) {
    throw unreadableModel('it is not a TFLite file');
  }
  const buffer = openFlatBuffer(bytes);
  const model = buffer.root();
  const codes = buffer
    .tables(model, MODEL.operatorCodes, MAX_ENTRIES)
    .map((table) => readOperatorCode(buffer, table));
  const contents = buffer
    .tables(model, MODEL.buffers, MAX_ENTRIES)
    .map((table) => buffer.bytes(table, 0));
  const [subgraph] = buffer.tables(model, MODEL.subgraphs, MAX_ENTRIES);
  if (subgraph === undefined) {
    throw unreadableModel('it has no graph');
  }
  const tensors = buffer
    .tables(subgraph, SUBGRAPH.tensors, MAX_ENTRIES)
    .map((table) => readTensor(buffer, table, contents));
  const operators = buffer
    .tables(subgraph, SUBGRAPH.operators, MAX_ENTRIES)
    .map((table) => readOperator(buffer, table, codes, tensors.length));
  const inputs = buffer.int32s(subgraph, SUBGRAPH.inputs, MAX_OPERANDS);
  const outputs = buffer.int32s(subgraph, SUBGRAPH.outputs, MAX_OPERANDS);
  checkIndices(inputs, tensors.length, 0);
  checkIndices(outputs, tensors.length, 0);
  return { tensors, operators, inputs, outputs };
}
