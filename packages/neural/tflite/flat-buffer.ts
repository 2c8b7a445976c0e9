import { unreadableModel } from '../unreadable-model.ts';

/** Position of a table inside the buffer. */
export type TableOffset = number;

/**
 * Reads a FlatBuffer without trusting it: every position is checked before it is read, vectors
 * must lie inside the buffer, and nothing is followed further than the caller asks. A field that a
 * table leaves out reads as the default.
 *
 * @see https://flatbuffers.dev/internals/
 */
export interface FlatBuffer {
  root(): TableOffset;
  int8(table: TableOffset, slot: number, fallback: number): number;
  uint32(table: TableOffset, slot: number, fallback: number): number;
  int32(table: TableOffset, slot: number, fallback: number): number;
  /** An embedded table, or undefined. */
  table(table: TableOffset, slot: number): TableOffset | undefined;
  /** A vector of tables, at most `limit` long. */
  tables(table: TableOffset, slot: number, limit: number): readonly TableOffset[];
  /** A vector of int32, at most `limit` long; `[]` where it is missing. */
  int32s(table: TableOffset, slot: number, limit: number): readonly number[];
  /** A view (no copy) of a vector of bytes, or undefined. */
  bytes(table: TableOffset, slot: number): Uint8Array | undefined;
  /** A view (no copy) of a vector whose elements take `elementBytes` each, or undefined. */
  elements(table: TableOffset, slot: number, elementBytes: number): Uint8Array | undefined;
  /** A UTF-8 string of at most `limit` bytes; `''` where it is missing. */
  string(table: TableOffset, slot: number, limit: number): string;
}

/**
 * Wraps a buffer; reading starts with `root()`.
 *
 * @throws {ProteusError} `MODEL_UNREADABLE`, from every method, when something points outside.
 */
export function openFlatBuffer(bytes: Uint8Array): FlatBuffer {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

  function check(position: number, size: number): number {
    if (position < 0 || position + size > bytes.length) {
      throw unreadableModel(`it points to byte ${position}, but has only ${bytes.length}`);
    }
    return position;
  }
  const readUint32 = (position: number) => view.getUint32(check(position, 4), true);
  const readInt32 = (position: number) => view.getInt32(check(position, 4), true);
  const readUint16 = (position: number) => view.getUint16(check(position, 2), true);
  const follow = (position: number) => check(position + readUint32(position), 4);

  /** Position of a field's value; undefined where the table leaves it out. */
  function field(table: TableOffset, slot: number): number | undefined {
    const fieldTable = check(table - readInt32(table), 4);
    const entry = 4 + 2 * slot;
    if (entry + 2 > readUint16(fieldTable)) {
      return undefined;
    }
    const offset = readUint16(fieldTable + entry);
    return offset === 0 ? undefined : table + offset;
  }

  function vector(table: TableOffset, slot: number, elementBytes: number, limit: number) {
    const position = field(table, slot);
    if (position === undefined) {
      return undefined;
    }
    const start = follow(position);
    const length = readUint32(start);
    if (length > limit) {
      throw unreadableModel(`a list has ${length} entries where at most ${limit} are allowed`);
    }
    check(start + 4, length * elementBytes);
    return { start: start + 4, length };
  }

  function elements(table: TableOffset, slot: number, elementBytes: number) {
    const found = vector(table, slot, elementBytes, bytes.length);
    return found && bytes.subarray(found.start, found.start + found.length * elementBytes);
  }

  return {
    root: () => check(readUint32(0), 4),
    int8(table, slot, fallback) {
      const position = field(table, slot);
      return position === undefined ? fallback : view.getInt8(check(position, 1));
    },
    uint32(table, slot, fallback) {
      const position = field(table, slot);
      return position === undefined ? fallback : readUint32(position);
    },
    int32(table, slot, fallback) {
      const position = field(table, slot);
      return position === undefined ? fallback : readInt32(position);
    },
    table(table, slot) {
      const position = field(table, slot);
      return position === undefined ? undefined : follow(position);
    },
    tables(table, slot, limit) {
      const { start, length } = vector(table, slot, 4, limit) ?? { start: 0, length: 0 };
      return Array.from({ length }, (_, index) => follow(start + 4 * index));
    },
    int32s(table, slot, limit) {
      const { start, length } = vector(table, slot, 4, limit) ?? { start: 0, length: 0 };
      return Array.from({ length }, (_, index) => readInt32(start + 4 * index));
    },
    bytes: (table, slot) => elements(table, slot, 1),
    elements,
    string(table, slot, limit) {
      const found = vector(table, slot, 1, limit);
      return found === undefined
        ? ''
        : new TextDecoder().decode(bytes.subarray(found.start, found.start + found.length));
    },
  };
}
