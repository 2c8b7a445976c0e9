import type { ProtobufWriter } from './protobuf-writer.ts';

/** An operator's attribute; the kind is explicit because `1` could be an int or a float. */
export type Attribute =
  | { readonly kind: 'int'; readonly value: number | bigint }
  | { readonly kind: 'float'; readonly value: number }
  | { readonly kind: 'string'; readonly value: string }
  | { readonly kind: 'ints'; readonly value: readonly (number | bigint)[] }
  | { readonly kind: 'floats'; readonly value: readonly number[] };

export type Attributes = Readonly<Record<string, Attribute>>;

export const int = (value: number | bigint): Attribute => ({ kind: 'int', value });
export const float = (value: number): Attribute => ({ kind: 'float', value });
export const string = (value: string): Attribute => ({ kind: 'string', value });
export const ints = (value: readonly (number | bigint)[]): Attribute => ({ kind: 'ints', value });
export const floats = (value: readonly number[]): Attribute => ({ kind: 'floats', value });

const FIELD = { name: 1, float: 2, int: 3, string: 4, floats: 7, ints: 8, type: 20 };
const TYPE = { float: 1, int: 2, string: 3, floats: 6, ints: 7 };

/** Writes an `AttributeProto`. */
export function writeAttribute(writer: ProtobufWriter, name: string, attribute: Attribute): void {
  writer.string(FIELD.name, name);
  switch (attribute.kind) {
    case 'int':
      writer.varint(FIELD.int, attribute.value);
      break;
    case 'float':
      writer.float(FIELD.float, attribute.value);
      break;
    case 'string':
      writer.string(FIELD.string, attribute.value);
      break;
    case 'ints':
      for (const value of attribute.value) {
        writer.varint(FIELD.ints, value);
      }
      break;
    case 'floats':
      for (const value of attribute.value) {
        writer.float(FIELD.floats, value);
      }
      break;
  }
  writer.varint(FIELD.type, TYPE[attribute.kind]);
}
