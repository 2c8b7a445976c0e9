import type { OperatorConverter } from '../conversion.ts';

/** DEQUANTIZE of float16 weights: they stay as they are until onnxruntime loads them. */
export const convertDequantize: OperatorConverter = (operator, conversion) => {
  conversion.defineConstant(operator.outputs[0], conversion.constant(operator.inputs[0]));
};
