import { broadcastShape, type Shape } from '../shape.ts';
import { type Attributes, ints } from './attribute.ts';
import type { DataType } from './data-type.ts';
import type { ExternalBytes, Initializer } from './initializer.ts';
import { encodeModel, type GraphNode, type GraphValue } from './model.ts';

/** What a node is besides operator, inputs and the output's shape. */
export interface NodeOptions {
  readonly attributes?: Attributes;
  /** @default ONNX' own operator set */
  readonly domain?: string;
  /** Type of the output. @default the first input's */
  readonly dataType?: DataType;
}

/** Collects the nodes of a graph; every value's shape is known when it is made. */
export interface GraphBuilder {
  input(name: string, dataType: DataType, shape: Shape): GraphValue;
  /** Gives a value the name under which the session returns it. */
  output(name: string, value: GraphValue): void;
  /** A constant; one key stands for one constant, however often it is asked for. */
  constant(key: string, dataType: DataType, shape: Shape, bytes: () => Uint8Array): GraphValue;
  /** A constant whose bytes stay in another file. */
  external(name: string, dataType: DataType, shape: Shape, bytes: ExternalBytes): GraphValue;
  /** A rank-1 `int64` constant: shapes, pads, axes. */
  integers(values: readonly number[]): GraphValue;
  /** A `float32` constant. */
  floats(key: string, shape: Shape, values: () => Float32Array): GraphValue;
  /** An operator with one output; `undefined` among the inputs is an optional one left out. */
  node(
    operator: string,
    inputs: readonly (GraphValue | undefined)[],
    shape: Shape,
    options?: NodeOptions,
  ): GraphValue;
  /** An element-wise operator of two inputs. */
  binary(operator: string, left: GraphValue, right: GraphValue): GraphValue;
  reshape(value: GraphValue, shape: Shape): GraphValue;
  transpose(value: GraphValue, permutation: readonly number[]): GraphValue;
  /** The bytes of the `.onnx` file. */
  build(): Uint8Array<ArrayBuffer>;
}

/** A graph's name and the versions that it is written for. */
export interface GraphBuilderOptions {
  readonly name: string;
  /** @default 8 */
  readonly irVersion?: number;
  /** Versions by domain. @default { '': 17 } */
  readonly opsets?: Readonly<Record<string, number>>;
}

function bytesOf(values: Float32Array | BigInt64Array): Uint8Array {
  return new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
}

/** Starts an empty graph. */
export function createGraphBuilder(options: GraphBuilderOptions): GraphBuilder {
  const nodes: GraphNode[] = [];
  const inputs: GraphValue[] = [];
  const outputs: GraphValue[] = [];
  const initializers = new Map<string, Initializer>();
  let unnamed = 0;

  const builder: GraphBuilder = {
    input(name, dataType, shape) {
      const value = { name, dataType, shape };
      inputs.push(value);
      return value;
    },
    output(name, value) {
      nodes.push({
        operator: 'Identity',
        inputs: [value.name],
        outputs: [name],
        attributes: {},
        domain: '',
      });
      outputs.push({ ...value, name });
    },
    constant(key, dataType, shape, bytes) {
      const name = `constant:${key}`;
      const known = initializers.get(name);
      if (known !== undefined) {
        return known;
      }
      const created = { name, dataType, shape, bytes: bytes() };
      initializers.set(name, created);
      return created;
    },
    external(name, dataType, shape, bytes) {
      const created = { name, dataType, shape, bytes };
      initializers.set(name, created);
      return created;
    },
    integers(values) {
      return builder.constant(`int64:${values.join(',')}`, 'int64', [values.length], () =>
        bytesOf(BigInt64Array.from(values, BigInt)),
      );
    },
    floats(key, shape, values) {
      return builder.constant(`float32:${key}`, 'float32', shape, () => bytesOf(values()));
    },
    node(operator, nodeInputs, shape, { attributes = {}, domain = '', dataType } = {}) {
      const name = `${operator}_${unnamed++}`;
      nodes.push({
        operator,
        inputs: nodeInputs.map((input) => input?.name ?? ''),
        outputs: [name],
        attributes,
        domain,
      });
      return { name, dataType: dataType ?? nodeInputs[0]?.dataType ?? 'float32', shape };
    },
    binary(operator, left, right) {
      return builder.node(operator, [left, right], broadcastShape(left.shape, right.shape));
    },
    reshape(value, shape) {
      return builder.node('Reshape', [value, builder.integers(shape)], shape);
    },
    transpose(value, permutation) {
      const shape = permutation.map((axis) => value.shape[axis]!);
      return builder.node('Transpose', [value], shape, {
        attributes: { perm: ints(permutation) },
      });
    },
    build() {
      return encodeModel({
        name: options.name,
        irVersion: options.irVersion ?? 8,
        opsets: options.opsets ?? { '': 17 },
        inputs,
        outputs,
        initializers: [...initializers.values()],
        nodes,
      });
    },
  };
  return builder;
}
