import type { OperatorConverter } from './conversion.ts';
import { convertConvolution, convertDepthwiseConvolution } from './operators/convolution.ts';
import { convertDequantize } from './operators/dequantize.ts';
import { convertAdd, convertLogistic } from './operators/element-wise.ts';
import { convertMaxPool } from './operators/max-pool.ts';
import { convertPad } from './operators/pad.ts';
import { convertReshape } from './operators/reshape.ts';
import { convertResizeBilinear } from './operators/resize-bilinear.ts';

/** Converters by `BuiltinOperator` code of the TFLite schema. */
export const OPERATORS: ReadonlyMap<number, OperatorConverter> = new Map([
  [0, convertAdd],
  [3, convertConvolution],
  [4, convertDepthwiseConvolution],
  [6, convertDequantize],
  [14, convertLogistic],
  [17, convertMaxPool],
  [22, convertReshape],
  [23, convertResizeBilinear],
  [34, convertPad],
]);
