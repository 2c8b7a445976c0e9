import { sameShape } from '../../shape.ts';
import { unreadableModel } from '../../unreadable-model.ts';
import { fusedActivation } from '../activation.ts';
import type { OperatorConverter } from '../conversion.ts';

const ADD_ACTIVATION_SLOT = 0;

/** ADD of two computed tensors. */
export const convertAdd: OperatorConverter = (operator, conversion) => {
  const left = conversion.computed(operator.inputs[0]);
  const right = conversion.computed(operator.inputs[1]);
  if (left.layout !== right.layout || !sameShape(left.value.shape, right.value.shape)) {
    throw unreadableModel('a sum of unlike tensors is not supported');
  }
  const sum = conversion.graph.binary('Add', left.value, right.value);
  const activation = operator.options.int8(ADD_ACTIVATION_SLOT, 0);
  const activated = fusedActivation(conversion.graph, sum, activation);
  conversion.define(operator.outputs[0], activated, left.layout);
};

/** LOGISTIC. */
export const convertLogistic: OperatorConverter = (operator, conversion) => {
  const { value, layout } = conversion.computed(operator.inputs[0]);
  const result = conversion.graph.node('Sigmoid', [value], value.shape);
  conversion.define(operator.outputs[0], result, layout);
};
