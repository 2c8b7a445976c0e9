import type { Shape } from '../shape.ts';

/** Float32 values with their shape, row-major. */
export interface FloatTensor {
  readonly data: Float32Array;
  readonly shape: Shape;
}

/** Tensors by the graph's names. */
export type FloatTensors = Readonly<Record<string, FloatTensor>>;
