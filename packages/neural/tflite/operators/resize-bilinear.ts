import { string } from '../../onnx/attribute.ts';
import { unreadableModel } from '../../unreadable-model.ts';
import type { OperatorConverter } from '../conversion.ts';

const SLOT = { alignCorners: 2, halfPixelCentres: 3 };

/** RESIZE_BILINEAR. */
export const convertResizeBilinear: OperatorConverter = (operator, conversion) => {
  const { graph } = conversion;
  const input = conversion.image(operator.inputs[0]);
  const [height, width] = conversion.integers(operator.inputs[1]);
  if (height === undefined || width === undefined || height < 1 || width < 1) {
    throw unreadableModel(`a resize asks for ${height} × ${width}`);
  }
  const halfPixel = operator.options.int8(SLOT.halfPixelCentres, 0) ? 'half_pixel' : 'asymmetric';
  const shape = [input.shape[0]!, input.shape[1]!, height, width];
  const inputs = [input, undefined, undefined, graph.integers(shape)];
  const resized = graph.node('Resize', inputs, shape, {
    attributes: {
      mode: string('linear'),
      coordinate_transformation_mode: string(
        operator.options.int8(SLOT.alignCorners, 0) ? 'align_corners' : halfPixel,
      ),
    },
  });
  conversion.define(operator.outputs[0], resized, 'channels-first');
};
