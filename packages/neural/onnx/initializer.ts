import { elementCount, type Shape } from '../shape.ts';
import { DATA_TYPE_BYTES, DATA_TYPE_CODE, type DataType } from './data-type.ts';
import type { ProtobufWriter } from './protobuf-writer.ts';

/** Where a tensor's bytes lie when they are not inside the ONNX file itself. */
export interface ExternalBytes {
  /** Path relative to the folder that the session is given; no `..`, no links. */
  readonly location: string;
  /** First byte inside that file; any alignment. */
  readonly offset: number;
  readonly length: number;
}

/** A constant of a graph: little-endian bytes, or a byte range of another file. */
export interface Initializer {
  readonly name: string;
  readonly dataType: DataType;
  readonly shape: Shape;
  readonly bytes: Uint8Array | ExternalBytes;
}

const TENSOR = { dims: 1, dataType: 2, name: 8, rawData: 9, externalData: 13, dataLocation: 14 };
const DATA_LOCATION_EXTERNAL = 1;

function writeEntry(writer: ProtobufWriter, key: string, value: string | number): void {
  writer.message(TENSOR.externalData, (entry) => {
    entry.string(1, key);
    entry.string(2, String(value));
  });
}

/**
 * Writes a `TensorProto`.
 *
 * @throws {RangeError} when the number of bytes does not fit shape and type.
 */
export function writeInitializer(writer: ProtobufWriter, tensor: Initializer): void {
  const expected = elementCount(tensor.shape) * DATA_TYPE_BYTES[tensor.dataType];
  if (tensor.bytes.length !== expected) {
    throw new RangeError(
      `${tensor.name}: ${tensor.bytes.length} bytes for a tensor that needs ${expected}`,
    );
  }
  for (const length of tensor.shape) {
    writer.varint(TENSOR.dims, length);
  }
  writer.varint(TENSOR.dataType, DATA_TYPE_CODE[tensor.dataType]);
  writer.string(TENSOR.name, tensor.name);
  if (tensor.bytes instanceof Uint8Array) {
    writer.bytes(TENSOR.rawData, tensor.bytes);
    return;
  }
  writeEntry(writer, 'location', tensor.bytes.location);
  writeEntry(writer, 'offset', tensor.bytes.offset);
  writeEntry(writer, 'length', tensor.bytes.length);
  writer.varint(TENSOR.dataLocation, DATA_LOCATION_EXTERNAL);
}
