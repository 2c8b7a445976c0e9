import type { OperatorConverter } from './conversion.ts';
import { convertConcatenation } from './operators/concatenation.ts';
import { convertConvolution, convertDepthwiseConvolution } from './operators/convolution.ts';
import { convertDensify } from './operators/densify.ts';
import { convertDepthToSpace } from './operators/depth-to-space.ts';
import { convertDequantize } from './operators/dequantize.ts';
import { convertAdd, convertLogistic } from './operators/element-wise.ts';
import { convertMaxPool } from './operators/max-pool.ts';
import { convertPad } from './operators/pad.ts';
import { convertReshape } from './operators/reshape.ts';
import { convertResizeBilinear } from './operators/resize-bilinear.ts';

/** Converters by `BuiltinOperator` code of the TFLite schema. */
export const OPERATORS: ReadonlyMap<number, OperatorConverter> = new Map([
  [0, convertAdd],
  [2, convertConcatenation],
  [3, convertConvolution],
  [4, convertDepthwiseConvolution],
  [5, convertDepthToSpace],
  [6, convertDequantize],
  [14, convertLogistic],
  [17, convertMaxPool],
  [22, convertReshape],
  [23, convertResizeBilinear],
  [34, convertPad],
  [124, convertDensify],
]);
