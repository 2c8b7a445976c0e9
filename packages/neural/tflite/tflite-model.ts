import type { Shape } from '../shape.ts';

/** `TensorType` of the schema, as far as we use it. */
export const TENSOR_TYPE = { float32: 0, float16: 1, int32: 2 } as const;

/** How one level of a sparse tensor is stored: every index, or those that a row lists. */
export type SparseDimension =
  | { readonly format: 'dense'; readonly size: number }
  | {
      readonly format: 'compressed';
      /** Row `i` owns the entries from `segments[i]` to before `segments[i + 1]`. */
      readonly segments: readonly number[];
      readonly indices: readonly number[];
    };

/** A sparse tensor's storage: its own axes in some order, then the axes of its blocks. */
export interface Sparsity {
  readonly traversalOrder: readonly number[];
  /** Which axis each block axis divides. */
  readonly blockMap: readonly number[];
  /** One entry a level, in traversal order. */
  readonly dimensions: readonly SparseDimension[];
}

/** A tensor of the first subgraph. */
export interface TfliteTensor {
  readonly name: string;
  /** Image tensors are batch, height, width, channels. */
  readonly shape: Shape;
  readonly type: number;
  /** Little-endian values of a constant; undefined for what operators compute. */
  readonly data: Uint8Array | undefined;
  /** Set when `data` holds only some of the values. */
  readonly sparsity: Sparsity | undefined;
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
