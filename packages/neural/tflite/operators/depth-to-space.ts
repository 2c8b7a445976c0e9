import { int, string } from '../../onnx/attribute.ts';
import { unreadableModel } from '../../unreadable-model.ts';
import type { OperatorConverter } from '../conversion.ts';

const BLOCK_SIZE_SLOT = 0;

/** DEPTH_TO_SPACE; with channels last its order is the one that ONNX calls DCR. */
export const convertDepthToSpace: OperatorConverter = (operator, conversion) => {
  const input = conversion.image(operator.inputs[0]);
  const block = operator.options.int32(BLOCK_SIZE_SLOT, 0);
  const [batch, channels, height, width] = input.shape as [number, number, number, number];
  if (block < 1 || channels % (block * block) !== 0) {
    throw unreadableModel(`${channels} channels cannot be spread over blocks of ${block}`);
  }
  const shape = [batch, channels / (block * block), height * block, width * block];
  const spread = conversion.graph.node('DepthToSpace', [input], shape, {
    attributes: { blocksize: int(block), mode: string('DCR') },
  });
  conversion.define(operator.outputs[0], spread, 'channels-first');
};
