import { describe, expect, it } from 'vitest';
import { createProtobufWriter } from './protobuf-writer.ts';

function written(fill: (writer: ReturnType<typeof createProtobufWriter>) => void): number[] {
  const writer = createProtobufWriter();
  fill(writer);
  return Array.from(writer.finish());
}

describe('the protobuf writer', () => {
  it("writes the encoding guide's examples", () => {
    expect(written((writer) => writer.varint(1, 150))).toEqual([0x08, 0x96, 0x01]);
    expect(written((writer) => writer.string(2, 'testing'))).toEqual([
      0x12, 0x07, 0x74, 0x65, 0x73, 0x74, 0x69, 0x6e, 0x67,
    ]);
    expect(written((writer) => writer.message(3, (inner) => inner.varint(1, 150)))).toEqual([
      0x1a, 0x03, 0x08, 0x96, 0x01,
    ]);
  });

  it('writes negative numbers as ten bytes and large ones without rounding', () => {
    expect(written((writer) => writer.varint(1, -1))).toEqual([8, ...Array(9).fill(255), 1]);
    expect(written((writer) => writer.varint(1, 2n ** 63n))).toEqual([8, ...Array(9).fill(128), 1]);
  });

  it('writes field numbers above 15 in two bytes', () => {
    expect(written((writer) => writer.varint(20, 1))).toEqual([0xa0, 0x01, 0x01]);
  });

  it('writes floats little-endian', () => {
    expect(written((writer) => writer.float(2, 1))).toEqual([0x15, 0, 0, 0x80, 0x3f]);
  });
});
