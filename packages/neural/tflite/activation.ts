import type { GraphBuilder } from '../onnx/graph-builder.ts';
import type { GraphValue } from '../onnx/model.ts';
import { unreadableModel } from '../unreadable-model.ts';

/** `ActivationFunctionType` of the schema. */
const NONE = 0;
const RELU = 1;
const RELU6 = 3;

/** Appends the activation that TFLite fuses into an operator. */
export function fusedActivation(
  graph: GraphBuilder,
  value: GraphValue,
  activation: number,
): GraphValue {
  switch (activation) {
    case NONE:
      return value;
    case RELU:
      return graph.node('Relu', [value], value.shape);
    case RELU6: {
      const low = graph.floats('0', [], () => Float32Array.of(0));
      const high = graph.floats('6', [], () => Float32Array.of(6));
      return graph.node('Clip', [value, low, high], value.shape);
    }
    default:
      throw unreadableModel(`activation ${activation} is not supported`);
  }
}
