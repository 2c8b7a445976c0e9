import type { OperatorConverter } from '../conversion.ts';

/** DEQUANTIZE of float16 weights: they are widened once, here, and not in every run. */
export const convertDequantize: OperatorConverter = (operator, conversion) => {
  conversion.defineConstant(operator.outputs[0], conversion.constant(operator.inputs[0]));
};
