const HALF_VALUES = 65_536;
let table: Float32Array | undefined;

function decodeHalf(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1;
  const exponent = (bits >> 10) & 31;
  const fraction = bits & 1023;
  if (exponent === 0) {
    return sign * fraction * 2 ** -24;
  }
  if (exponent === 31) {
    return fraction === 0 ? sign * Number.POSITIVE_INFINITY : Number.NaN;
  }
  return sign * (1 + fraction / 1024) * 2 ** (exponent - 15);
}

function halfTable(): Float32Array {
  if (table === undefined) {
    table = new Float32Array(HALF_VALUES);
    for (let bits = 0; bits < HALF_VALUES; bits++) {
      table[bits] = decodeHalf(bits);
    }
  }
  return table;
}

/**
 * Widens IEEE 754 binary16 values to float32; exact for every value, subnormals included.
 *
 * @param bytes little-endian halves, an even number of bytes at any alignment.
 * @throws {RangeError} when the number of bytes is odd.
 */
export function halfToFloat(bytes: Uint8Array): Float32Array {
  if (bytes.length % 2 !== 0) {
    throw new RangeError(`half floats need an even number of bytes, not ${bytes.length}`);
  }
  const values = halfTable();
  const floats = new Float32Array(bytes.length / 2);
  for (let index = 0, at = 0; index < floats.length; index++, at += 2) {
    floats[index] = values[bytes[at]! | (bytes[at + 1]! << 8)]!;
  }
  return floats;
}
