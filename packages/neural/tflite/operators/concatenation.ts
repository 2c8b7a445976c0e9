import { int } from '../../onnx/attribute.ts';
import { sameShape } from '../../shape.ts';
import { unreadableModel } from '../../unreadable-model.ts';
import { fusedActivation } from '../activation.ts';
import type { OperatorConverter } from '../conversion.ts';

const SLOT = { axis: 0, activation: 1 };
/** Where the file's axes of an image (batch, height, width, channels) lie in ONNX. */
const CHANNELS_FIRST = [0, 2, 3, 1];

/** CONCATENATION of tensors of one layout. */
export const convertConcatenation: OperatorConverter = (operator, conversion) => {
  const { graph } = conversion;
  const parts = operator.inputs.map((input) => conversion.computed(input));
  const [first] = parts;
  if (first === undefined || parts.some(({ layout }) => layout !== first.layout)) {
    throw unreadableModel('a concatenation mixes images with other tensors');
  }
  const rank = first.value.shape.length;
  const named = operator.options.int32(SLOT.axis, 0);
  const counted = named < 0 ? named + rank : named;
  const axis = first.layout === 'channels-first' ? CHANNELS_FIRST[counted] : counted;
  const others = (shape: readonly number[]) => shape.filter((_, index) => index !== axis);
  if (
    axis === undefined ||
    axis < 0 ||
    axis >= rank ||
    parts.some(({ value }) => !sameShape(others(value.shape), others(first.value.shape)))
  ) {
    throw unreadableModel('the parts of a concatenation do not fit together');
  }
  const values = parts.map(({ value }) => value);
  const length = values.reduce((sum, value) => sum + value.shape[axis]!, 0);
  const shape = first.value.shape.map((old, index) => (index === axis ? length : old));
  const joined = graph.node('Concat', values, shape, { attributes: { axis: int(axis) } });
  const activation = operator.options.int8(SLOT.activation, 0);
  conversion.define(operator.outputs[0], fusedActivation(graph, joined, activation), first.layout);
};
