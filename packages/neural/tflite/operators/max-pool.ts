import { ints } from '../../onnx/attribute.ts';
import { fusedActivation } from '../activation.ts';
import type { OperatorConverter } from '../conversion.ts';
import { windowGeometry } from '../window.ts';

const SLOT = { padding: 0, strideX: 1, strideY: 2, width: 3, height: 4, activation: 5 };

/** MAX_POOL_2D. */
export const convertMaxPool: OperatorConverter = (operator, conversion) => {
  const { options } = operator;
  const input = conversion.image(operator.inputs[0]);
  const settings = {
    padding: options.int8(SLOT.padding, 0),
    kernelHeight: options.int32(SLOT.height, 1),
    kernelWidth: options.int32(SLOT.width, 1),
    strideY: options.int32(SLOT.strideY, 1),
    strideX: options.int32(SLOT.strideX, 1),
  };
  const geometry = windowGeometry(input.shape[2]!, input.shape[3]!, settings);
  const shape = [input.shape[0]!, input.shape[1]!, geometry.height, geometry.width];
  const pooled = conversion.graph.node('MaxPool', [input], shape, {
    attributes: {
      kernel_shape: ints([settings.kernelHeight, settings.kernelWidth]),
      strides: ints([settings.strideY, settings.strideX]),
      pads: ints(geometry.pads),
    },
  });
  const activated = fusedActivation(conversion.graph, pooled, options.int8(SLOT.activation, 0));
  conversion.define(operator.outputs[0], activated, 'channels-first');
};
