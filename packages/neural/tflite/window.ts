import { unreadableModel } from '../unreadable-model.ts';

/** `Padding` of the schema. */
const SAME = 0;
const VALID = 1;

/** A sliding window's settings: convolution or pooling. */
export interface WindowSettings {
  readonly padding: number;
  readonly kernelHeight: number;
  readonly kernelWidth: number;
  readonly strideY: number;
  readonly strideX: number;
}

/** The output's size and ONNX' pads: top, left, bottom, right. */
export interface WindowGeometry {
  readonly height: number;
  readonly width: number;
  readonly pads: readonly [number, number, number, number];
}

function alongAxis(length: number, kernel: number, stride: number, padding: number) {
  if (stride < 1 || kernel < 1) {
    throw unreadableModel(`a window has kernel ${kernel} and stride ${stride}`);
  }
  if (padding === VALID) {
    return { length: Math.floor((length - kernel) / stride) + 1, before: 0, after: 0 };
  }
  if (padding !== SAME) {
    throw unreadableModel(`padding ${padding} is not supported`);
  }
  const output = Math.ceil(length / stride);
  const total = Math.max((output - 1) * stride + kernel - length, 0);
  const before = total >> 1;
  return { length: output, before, after: total - before };
}

/** Where a window goes on a picture of the given size; an odd pad's larger half comes last. */
export function windowGeometry(
  height: number,
  width: number,
  settings: WindowSettings,
): WindowGeometry {
  const y = alongAxis(height, settings.kernelHeight, settings.strideY, settings.padding);
  const x = alongAxis(width, settings.kernelWidth, settings.strideX, settings.padding);
  return {
    height: y.length,
    width: x.length,
    pads: [y.before, x.before, y.after, x.after],
  };
}
