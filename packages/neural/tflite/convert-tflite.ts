import { createGraphBuilder } from '../onnx/graph-builder.ts';
import { unreadableModel } from '../unreadable-model.ts';
import { type Conversion, createConversion } from './conversion.ts';
import { OPERATORS } from './operator-table.ts';
import { readTflite } from './read-tflite.ts';
import type { TfliteModel } from './tflite-model.ts';

function addInputs(model: TfliteModel, { graph, define }: Conversion): void {
  for (const index of model.inputs) {
    const { name, shape } = model.tensors[index]!;
    const input = graph.input(name, 'float32', shape);
    if (shape.length === 4) {
      define(index, graph.transpose(input, [0, 3, 1, 2]), 'channels-first');
    } else {
      define(index, input, 'unchanged');
    }
  }
}

function addOutputs(model: TfliteModel, { graph, computed }: Conversion): void {
  for (const index of model.outputs) {
    const { value, layout } = computed(index);
    const ordered = layout === 'channels-first' ? graph.transpose(value, [0, 2, 3, 1]) : value;
    graph.output(model.tensors[index]!.name, ordered);
  }
}

/**
 * Turns a float TFLite network into an ONNX file with the same inputs and outputs (names, shapes,
 * channels last). Half-precision weights stay so in the file and are widened when it is loaded.
 *
 * @param bytes a whole `.tflite` file.
 * @throws {ProteusError} `MODEL_UNREADABLE` when the file is damaged or uses other operators.
 */
export function convertTflite(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const model = readTflite(bytes);
  const graph = createGraphBuilder({ name: 'tflite' });
  const conversion = createConversion(model, graph);
  addInputs(model, conversion);
  for (const operator of model.operators) {
    const convert = OPERATORS.get(operator.code);
    if (convert === undefined) {
      throw unreadableModel(`operator ${operator.code} is not supported`);
    }
    convert(operator, conversion);
  }
  addOutputs(model, conversion);
  return graph.build();
}
