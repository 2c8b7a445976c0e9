import type { Shape } from '../shape.ts';

/** `TensorType` of the schema, as far as we use it. */
export const TENSOR_TYPE = { float32: 0, float16: 1, int32: 2 } as const;

/** A tensor of the first subgraph. */
export interface TfliteTensor {
  readonly name: string;
  /** Image tensors are batch, height, width, channels. */
  readonly shape: Shape;
  readonly type: number;
  /** Little-endian values of a constant; undefined for what operators compute. */
  readonly data: Uint8Array | undefined;
}

/** An operator's settings, read by slot of its options table. */
export interface TfliteOptions {
  int8(slot: number, fallback: number): number;
  int32(slot: number, fallback: number): number;
}

/** One operator; inputs and outputs are tensor indices, -1 = an optional input left out. */
export interface TfliteOperator {
  /** `BuiltinOperator` of the schema. */
  readonly code: number;
  readonly inputs: readonly number[];
  readonly outputs: readonly number[];
  readonly options: TfliteOptions;
}

/** The first subgraph of a TFLite file; operators are in order of execution. */
export interface TfliteModel {
  readonly tensors: readonly TfliteTensor[];
  readonly operators: readonly TfliteOperator[];
  readonly inputs: readonly number[];
  readonly outputs: readonly number[];
}
