const WIRE_VARINT = 0;
const WIRE_LENGTH_DELIMITED = 2;
const WIRE_FIXED32 = 5;

/** Writes one protobuf message, field after field in the order of the calls. */
export interface ProtobufWriter {
  /** An `int32`, `int64`, `uint64`, `bool` or enum field; negative values take ten bytes. */
  varint(field: number, value: number | bigint): void;
  /** A `float` field. */
  float(field: number, value: number): void;
  /** A `bytes` field; the bytes are kept by reference until `finish`. */
  bytes(field: number, value: Uint8Array): void;
  /** A `string` field. */
  string(field: number, value: string): void;
  /** An embedded message. */
  message(field: number, fill: (writer: ProtobufWriter) => void): void;
  /** All bytes written so far, joined. */
  finish(): Uint8Array<ArrayBuffer>;
}

function encodeVarint(value: number | bigint): Uint8Array {
  let rest = BigInt.asUintN(64, BigInt(value));
  const bytes: number[] = [];
  while (rest > 127n) {
    bytes.push(Number(rest & 127n) | 128);
    rest >>= 7n;
  }
  bytes.push(Number(rest));
  return Uint8Array.from(bytes);
}

class ChunkedWriter implements ProtobufWriter {
  readonly #chunks: Uint8Array[] = [];
  #length = 0;

  #append(chunk: Uint8Array): void {
    this.#chunks.push(chunk);
    this.#length += chunk.length;
  }

  #tag(field: number, wireType: number): void {
    this.#append(encodeVarint(field * 8 + wireType));
  }

  varint(field: number, value: number | bigint): void {
    this.#tag(field, WIRE_VARINT);
    this.#append(encodeVarint(value));
  }

  float(field: number, value: number): void {
    const bytes = new Uint8Array(4);
    new DataView(bytes.buffer).setFloat32(0, value, true);
    this.#tag(field, WIRE_FIXED32);
    this.#append(bytes);
  }

  bytes(field: number, value: Uint8Array): void {
    this.#tag(field, WIRE_LENGTH_DELIMITED);
    this.#append(encodeVarint(value.length));
    this.#append(value);
  }

  string(field: number, value: string): void {
    this.bytes(field, new TextEncoder().encode(value));
  }

  message(field: number, fill: (writer: ProtobufWriter) => void): void {
    const inner = new ChunkedWriter();
    fill(inner);
    this.#tag(field, WIRE_LENGTH_DELIMITED);
    this.#append(encodeVarint(inner.#length));
    for (const chunk of inner.#chunks) {
      this.#append(chunk);
    }
  }

  finish(): Uint8Array<ArrayBuffer> {
    const joined = new Uint8Array(this.#length);
    let at = 0;
    for (const chunk of this.#chunks) {
      joined.set(chunk, at);
      at += chunk.length;
    }
    return joined;
  }
}

/**
 * Starts a protobuf message (proto3 wire format, as far as ONNX needs it).
 *
 * @see https://protobuf.dev/programming-guides/encoding/
 */
export function createProtobufWriter(): ProtobufWriter {
  return new ChunkedWriter();
}
