import { unreadableModel } from '../../unreadable-model.ts';
import type { OperatorConverter } from '../conversion.ts';
import { expandSparse } from '../expand-sparse.ts';

/** DENSIFY of sparse weights, once, while converting. */
export const convertDensify: OperatorConverter = (operator, conversion) => {
  const input = operator.inputs[0];
  const tensor = conversion.model.tensors[input ?? -1];
  if (tensor?.sparsity === undefined) {
    throw unreadableModel(`tensor ${input} is not sparse`);
  }
  const values = expandSparse(conversion.storedValues(input), tensor.shape, tensor.sparsity);
  conversion.defineConstant(operator.outputs[0], { shape: tensor.shape, values });
};
