import { elementCount } from '../../shape.ts';
import { unreadableModel } from '../../unreadable-model.ts';
import type { OperatorConverter } from '../conversion.ts';

/** RESHAPE to the declared shape; images go back to channels last first, so that values keep their order. */
export const convertReshape: OperatorConverter = (operator, conversion) => {
  const { graph, model } = conversion;
  const { value, layout } = conversion.computed(operator.inputs[0]);
  const shape = model.tensors[operator.outputs[0] ?? -1]?.shape ?? [];
  if (elementCount(shape) !== elementCount(value.shape)) {
    throw unreadableModel(`[${value.shape}] cannot be reshaped to [${shape}]`);
  }
  const ordered = layout === 'channels-first' ? graph.transpose(value, [0, 2, 3, 1]) : value;
  conversion.define(operator.outputs[0], graph.reshape(ordered, shape), 'unchanged');
};
