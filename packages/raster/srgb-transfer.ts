/** Linear light (0 to 1) of each 8-bit sRGB value. @see IEC 61966-2-1. */
export const SRGB_TO_LINEAR: Float64Array = buildDecodeTable();

const ENCODE_STEPS = 4096;
const ENCODE_TABLE = buildEncodeTable();

/**
 * sRGB value (0 to 255, not rounded) of linear light; light outside 0 to 1 is clamped.
 * Interpolated from a table: within 0.005 of the exact curve.
 */
export function linearToSrgb(light: number): number {
  if (!(light > 0)) return 0;
  if (light >= 1) return 255;
  const position = light * ENCODE_STEPS;
  const index = position | 0;
  const low = ENCODE_TABLE[index]!;
  return low + (position - index) * (ENCODE_TABLE[index + 1]! - low);
}

function buildDecodeTable(): Float64Array {
  const table = new Float64Array(256);
  for (let value = 0; value < 256; value++) {
    const encoded = value / 255;
    table[value] = encoded <= 0.04045 ? encoded / 12.92 : ((encoded + 0.055) / 1.055) ** 2.4;
  }
  return table;
}

function buildEncodeTable(): Float64Array {
  const table = new Float64Array(ENCODE_STEPS + 2);
  for (let index = 0; index < table.length; index++) {
    const light = index / ENCODE_STEPS;
    table[index] = 255 * (light <= 0.0031308 ? light * 12.92 : 1.055 * light ** (1 / 2.4) - 0.055);
  }
  return table;
}
