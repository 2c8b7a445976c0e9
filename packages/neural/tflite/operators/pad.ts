import { unreadableModel } from '../../unreadable-model.ts';
import type { OperatorConverter } from '../conversion.ts';

/** The file's axes (batch, height, width, channels) in ONNX' order. */
const CHANNELS_FIRST = [0, 3, 1, 2];

/** PAD with zeros; the table of pads is before and after for batch, height, width, channels. */
export const convertPad: OperatorConverter = (operator, conversion) => {
  const { graph } = conversion;
  const input = conversion.image(operator.inputs[0]);
  const pads = conversion.integers(operator.inputs[1]);
  if (pads.length !== 8 || pads.some((pad) => pad < 0)) {
    throw unreadableModel(`a table of ${pads.length} pads is not supported`);
  }
  const before = CHANNELS_FIRST.map((axis) => pads[2 * axis]!);
  const after = CHANNELS_FIRST.map((axis) => pads[2 * axis + 1]!);
  const shape = input.shape.map((length, axis) => length + before[axis]! + after[axis]!);
  const padded = graph.node('Pad', [input, graph.integers([...before, ...after])], shape);
  conversion.define(operator.outputs[0], padded, 'channels-first');
};
