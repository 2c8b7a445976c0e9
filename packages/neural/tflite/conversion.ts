import { int } from '../onnx/attribute.ts';
import { DATA_TYPE_CODE } from '../onnx/data-type.ts';
import type { GraphBuilder } from '../onnx/graph-builder.ts';
import type { GraphValue } from '../onnx/model.ts';
import { elementCount, type Shape, sameShape } from '../shape.ts';
import { unreadableModel } from '../unreadable-model.ts';
import { TENSOR_TYPE, type TfliteModel, type TfliteOperator } from './tflite-model.ts';

/** 2 GiB of float32; the networks that we run stay under a hundredth of it. */
const MAX_ELEMENTS = 2 ** 29;

/** TFLite keeps image tensors channels last, ONNX channels first; others are alike in both. */
export type Layout = 'channels-first' | 'unchanged';

/** A tensor on its way: its ONNX value and how its axes lie. */
export interface ConvertedValue {
  readonly value: GraphValue;
  readonly layout: Layout;
}

/** Values of a constant: float32, or the bits of float16 as the file holds them. */
export type ConstantValues = Float32Array | Uint16Array;

/** A constant of the TFLite file. */
export interface Constant {
  readonly shape: Shape;
  readonly values: ConstantValues;
}

/** What the operators' converters share. */
export interface Conversion {
  readonly graph: GraphBuilder;
  readonly model: TfliteModel;
  /** The value of a tensor that earlier operators computed. */
  computed(tensor: number | undefined): ConvertedValue;
  /** A tensor with four axes, channels first. */
  image(tensor: number | undefined): GraphValue;
  constant(tensor: number | undefined): Constant;
  /**
   * The values that the file holds of a tensor, whatever its shape says: fewer where it is sparse. A view
   * of the file where its alignment allows.
   */
  storedValues(tensor: number | undefined): ConstantValues;
  /**
   * A weight as a float32 value of the graph. Halves stay halves in the file, where they take half the memory;
   * onnxruntime widens them once, when it loads.
   *
   * @param key names the weight and its arrangement.
   */
  weight(key: string, shape: Shape, values: () => ConstantValues): GraphValue;
  integers(tensor: number | undefined): Int32Array;
  /** Records a tensor's value; its shape must be the one that the file declares. */
  define(tensor: number | undefined, value: GraphValue, layout: Layout): void;
  /** Makes a tensor stand for a constant that was computed while converting. */
  defineConstant(tensor: number | undefined, constant: Constant): void;
}

/** Turns one operator into ONNX nodes. */
export type OperatorConverter = (operator: TfliteOperator, conversion: Conversion) => void;

function tensorIndex(tensor: number | undefined): number {
  if (tensor === undefined || tensor < 0) {
    throw unreadableModel('an operator lacks an input or an output');
  }
  return tensor;
}

function declaredLayout(shape: Shape, layout: Layout): Shape {
  return layout === 'channels-first' && shape.length === 4
    ? [shape[0]!, shape[3]!, shape[1]!, shape[2]!]
    : shape;
}

/** Starts a conversion into an empty graph. */
export function createConversion(model: TfliteModel, graph: GraphBuilder): Conversion {
  const values = new Map<number, ConvertedValue>();
  const constants = new Map<number, Constant>();
  const weights = new Map<string, GraphValue>();

  const conversion: Conversion = {
    graph,
    model,
    computed(tensor) {
      const found = values.get(tensorIndex(tensor));
      if (found === undefined) {
        throw unreadableModel(`tensor ${tensor} is used before it is computed`);
      }
      return found;
    },
    image(tensor) {
      const { value, layout } = conversion.computed(tensor);
      if (layout !== 'channels-first' || value.shape.length !== 4) {
        throw unreadableModel(`tensor ${tensor} of shape [${value.shape}] is not an image`);
      }
      return value;
    },
    constant(tensor) {
      const index = tensorIndex(tensor);
      const known = constants.get(index);
      if (known !== undefined) {
        return known;
      }
      const { shape } = model.tensors[index]!;
      const values = conversion.storedValues(index);
      if (values.length !== elementCount(shape)) {
        throw unreadableModel(`tensor ${index} has ${values.length} values for shape [${shape}]`);
      }
      const constant = { shape, values };
      constants.set(index, constant);
      return constant;
    },
    weight(key, shape, values) {
      const known = weights.get(key);
      if (known !== undefined) {
        return known;
      }
      const array = values();
      const bytes = new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
      const dataType = array instanceof Float32Array ? 'float32' : 'float16';
      const stored = graph.constant(key, dataType, shape, () => bytes);
      const widened =
        dataType === 'float32'
          ? stored
          : graph.node('Cast', [stored], shape, {
              attributes: { to: int(DATA_TYPE_CODE.float32) },
              dataType: 'float32',
            });
      weights.set(key, widened);
      return widened;
    },
    storedValues(tensor) {
      const { data, type } = model.tensors[tensorIndex(tensor)]!;
      const bytes = type === TENSOR_TYPE.float16 ? 2 : 4;
      if (
        data === undefined ||
        (type !== TENSOR_TYPE.float16 && type !== TENSOR_TYPE.float32) ||
        data.length % bytes !== 0
      ) {
        throw unreadableModel(`tensor ${tensor} is not a constant of floats`);
      }
      const { buffer, byteOffset, length } = data.byteOffset % bytes === 0 ? data : data.slice();
      const count = length / bytes;
      return bytes === 2
        ? new Uint16Array(buffer, byteOffset, count)
        : new Float32Array(buffer, byteOffset, count);
    },
    integers(tensor) {
      const { data, shape, type } = model.tensors[tensorIndex(tensor)]!;
      if (
        data === undefined ||
        type !== TENSOR_TYPE.int32 ||
        data.length !== elementCount(shape) * 4
      ) {
        throw unreadableModel(`tensor ${tensor} is not a constant of integers`);
      }
      return new Int32Array(data.slice().buffer);
    },
    define(tensor, value, layout) {
      const index = tensorIndex(tensor);
      const declared = declaredLayout(model.tensors[index]!.shape, layout);
      if (!sameShape(declared, value.shape)) {
        throw unreadableModel(`tensor ${index} is [${value.shape}], declared as [${declared}]`);
      }
      if (elementCount(value.shape) > MAX_ELEMENTS) {
        throw unreadableModel(`tensor ${index} of shape [${value.shape}] is too large`);
      }
      values.set(index, { value, layout });
    },
    defineConstant(tensor, constant) {
      constants.set(tensorIndex(tensor), constant);
    },
  };
  return conversion;
}
