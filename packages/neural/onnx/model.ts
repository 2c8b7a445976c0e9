import type { Shape } from '../shape.ts';
import { type Attributes, writeAttribute } from './attribute.ts';
import { DATA_TYPE_CODE, type DataType } from './data-type.ts';
import { type Initializer, writeInitializer } from './initializer.ts';
import { createProtobufWriter, type ProtobufWriter } from './protobuf-writer.ts';

/** A named tensor of a graph with its static shape. */
export interface GraphValue {
  readonly name: string;
  readonly dataType: DataType;
  readonly shape: Shape;
}

/** One operator; an input of `''` is an optional one left out. */
export interface GraphNode {
  readonly operator: string;
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  readonly attributes: Attributes;
  /** `''` is ONNX' own operator set. */
  readonly domain: string;
}

/** Everything that an ONNX file says, before encoding. */
export interface OnnxModel {
  readonly name: string;
  /** Version of the intermediate representation; 8 goes with opset 17, 10 with opset 21. */
  readonly irVersion: number;
  /** Operator set versions by domain; `''` is ONNX' own. */
  readonly opsets: Readonly<Record<string, number>>;
  readonly inputs: readonly GraphValue[];
  readonly outputs: readonly GraphValue[];
  readonly initializers: readonly Initializer[];
  readonly nodes: readonly GraphNode[];
}

const MODEL = { irVersion: 1, producer: 2, graph: 7, opsetImport: 8 };
const GRAPH = { node: 1, name: 2, initializer: 5, input: 11, output: 12 };
const NODE = { input: 1, output: 2, name: 3, operator: 4, attribute: 5, domain: 7 };

function writeNode(writer: ProtobufWriter, node: GraphNode): void {
  for (const input of node.inputs) {
    writer.string(NODE.input, input);
  }
  for (const output of node.outputs) {
    writer.string(NODE.output, output);
  }
  writer.string(NODE.name, node.outputs[0] ?? node.operator);
  writer.string(NODE.operator, node.operator);
  for (const [name, attribute] of Object.entries(node.attributes)) {
    writer.message(NODE.attribute, (inner) => writeAttribute(inner, name, attribute));
  }
  if (node.domain !== '') {
    writer.string(NODE.domain, node.domain);
  }
}

function writeValueInfo(writer: ProtobufWriter, value: GraphValue): void {
  writer.string(1, value.name);
  writer.message(2, (type) => {
    type.message(1, (tensor) => {
      tensor.varint(1, DATA_TYPE_CODE[value.dataType]);
      tensor.message(2, (shape) => {
        for (const length of value.shape) {
          shape.message(1, (dimension) => dimension.varint(1, length));
        }
      });
    });
  });
}

/**
 * Encodes a model as the bytes of an `.onnx` file.
 *
 * @throws {RangeError} when an initialiser's bytes do not fit its shape.
 * @see https://github.com/onnx/onnx/blob/main/onnx/onnx.proto
 */
export function encodeModel(model: OnnxModel): Uint8Array<ArrayBuffer> {
  const writer = createProtobufWriter();
  writer.varint(MODEL.irVersion, model.irVersion);
  writer.string(MODEL.producer, 'proteus');
  writer.message(MODEL.graph, (graph) => {
    for (const node of model.nodes) {
      graph.message(GRAPH.node, (inner) => writeNode(inner, node));
    }
    graph.string(GRAPH.name, model.name);
    for (const tensor of model.initializers) {
      graph.message(GRAPH.initializer, (inner) => writeInitializer(inner, tensor));
    }
    for (const value of model.inputs) {
      graph.message(GRAPH.input, (inner) => writeValueInfo(inner, value));
    }
    for (const value of model.outputs) {
      graph.message(GRAPH.output, (inner) => writeValueInfo(inner, value));
    }
  });
  for (const [domain, version] of Object.entries(model.opsets)) {
    writer.message(MODEL.opsetImport, (opset) => {
      opset.string(1, domain);
      opset.varint(2, version);
    });
  }
  return writer.finish();
}
