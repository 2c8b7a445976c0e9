import { ints } from '../../onnx/attribute.ts';
import type { GraphValue } from '../../onnx/model.ts';
import { unreadableModel } from '../../unreadable-model.ts';
import { fusedActivation } from '../activation.ts';
import type { Constant, ConstantValues, Conversion, OperatorConverter } from '../conversion.ts';
import type { TfliteOperator } from '../tflite-model.ts';
import { windowGeometry } from '../window.ts';

const SLOT = { padding: 0, strideX: 1, strideY: 2 };
const CONV_2D_SLOT = { activation: 3, dilationX: 4, dilationY: 5 };
const DEPTHWISE_SLOT = { activation: 4, dilationX: 5, dilationY: 6 };

interface Kernel {
  readonly weights: GraphValue;
  readonly height: number;
  readonly width: number;
  readonly outputs: number;
  readonly groups: number;
}

/**
 * Moves the innermost axis (channels) before the window: rows × window × channels. Most weights are of 1 × 1
 * windows and stay the view of the file that they are.
 */
function channelsBeforeWindow(
  values: ConstantValues,
  rows: number,
  window: number,
  channels: number,
): ConstantValues {
  if (window === 1 || channels === 1) {
    return values;
  }
  const moved = values.slice();
  for (let row = 0; row < rows; row++) {
    const base = row * window * channels;
    for (let place = 0; place < window; place++) {
      for (let channel = 0; channel < channels; channel++) {
        moved[base + channel * window + place] = values[base + place * channels + channel]!;
      }
    }
  }
  return moved;
}

function kernelShape(constant: Constant): [number, number, number, number] {
  const [first, height, width, last] = constant.shape;
  if (constant.shape.length !== 4) {
    throw unreadableModel(`convolution weights have the shape [${constant.shape}]`);
  }
  return [first!, height!, width!, last!];
}

function appendConvolution(
  operator: TfliteOperator,
  conversion: Conversion,
  kernel: Kernel,
  slots: typeof CONV_2D_SLOT,
): void {
  const { graph } = conversion;
  const { options } = operator;
  if (options.int32(slots.dilationX, 1) !== 1 || options.int32(slots.dilationY, 1) !== 1) {
    throw unreadableModel('dilated convolutions are not supported');
  }
  const input = conversion.image(operator.inputs[0]);
  const strides = [options.int32(SLOT.strideY, 1), options.int32(SLOT.strideX, 1)] as const;
  const geometry = windowGeometry(input.shape[2]!, input.shape[3]!, {
    padding: options.int8(SLOT.padding, 0),
    kernelHeight: kernel.height,
    kernelWidth: kernel.width,
    strideY: strides[0],
    strideX: strides[1],
  });
  const bias = conversion.constant(operator.inputs[2]);
  if (bias.values.length !== kernel.outputs) {
    throw unreadableModel(`${bias.values.length} biases for ${kernel.outputs} channels`);
  }
  const biasValue = conversion.weight(
    `bias${operator.inputs[2]}`,
    [kernel.outputs],
    () => bias.values,
  );
  const shape = [input.shape[0]!, kernel.outputs, geometry.height, geometry.width];
  const result = graph.node('Conv', [input, kernel.weights, biasValue], shape, {
    attributes: {
      kernel_shape: ints([kernel.height, kernel.width]),
      strides: ints(strides),
      pads: ints(geometry.pads),
      group: { kind: 'int', value: kernel.groups },
    },
  });
  const activated = fusedActivation(graph, result, options.int8(slots.activation, 0));
  conversion.define(operator.outputs[0], activated, 'channels-first');
}

/** CONV_2D; weights are output, height, width, input. */
export const convertConvolution: OperatorConverter = (operator, conversion) => {
  const constant = conversion.constant(operator.inputs[1]);
  const [outputs, height, width, inputs] = kernelShape(constant);
  const weights = conversion.weight(
    `weights${operator.inputs[1]}`,
    [outputs, inputs, height, width],
    () => channelsBeforeWindow(constant.values, outputs, height * width, inputs),
  );
  const kernel = { weights, height, width, outputs, groups: 1 };
  appendConvolution(operator, conversion, kernel, CONV_2D_SLOT);
};

/** DEPTHWISE_CONV_2D; weights are 1, height, width, output. */
export const convertDepthwiseConvolution: OperatorConverter = (operator, conversion) => {
  const constant = conversion.constant(operator.inputs[1]);
  const [, height, width, outputs] = kernelShape(constant);
  const weights = conversion.weight(
    `depthwise${operator.inputs[1]}`,
    [outputs, 1, height, width],
    () => channelsBeforeWindow(constant.values, 1, height * width, outputs),
  );
  const groups = conversion.image(operator.inputs[0]).shape[1]!;
  const kernel = { weights, height, width, outputs, groups };
  appendConvolution(operator, conversion, kernel, DEPTHWISE_SLOT);
};
