import { LINEAR_BELOW, LINEAR_OFFSET, LINEAR_SLOPE, RGB_TO_XYZ, WHITE } from './cie-lab.ts';
import { SRGB_TO_LINEAR } from './srgb-transfer.ts';
import type { LabImage, RgbImage } from './types.ts';

const STEPS = 4096;
const COMPRESSION = buildCompressionTable();
const X_FROM = RGB_TO_XYZ[0].map((value) => (value / WHITE[0]) * STEPS);
const Y_FROM = RGB_TO_XYZ[1].map((value) => (value / WHITE[1]) * STEPS);
const Z_FROM = RGB_TO_XYZ[2].map((value) => (value / WHITE[2]) * STEPS);

/**
 * Converts 8-bit sRGB to CIE L*a*b* (D65). The cube root comes from an interpolated table; each
 * value is within 0.005 of the exact one.
 *
 * @see CIE 15:2004, "Colorimetry".
 */
export function rgbToLab(image: RgbImage): LabImage {
  const { width, height, data: source } = image;
  const target = new Float32Array(width * height * 3);
  const linear = SRGB_TO_LINEAR;
  const table = COMPRESSION;
  const [xr, xg, xb] = X_FROM as [number, number, number];
  const [yr, yg, yb] = Y_FROM as [number, number, number];
  const [zr, zg, zb] = Z_FROM as [number, number, number];
  for (let i = 0; i < target.length; i += 3) {
    const r = linear[source[i]!]!;
    const g = linear[source[i + 1]!]!;
    const b = linear[source[i + 2]!]!;
    const x = xr * r + xg * g + xb * b;
    const y = yr * r + yg * g + yb * b;
    const z = zr * r + zg * g + zb * b;
    const xi = x | 0;
    const yi = y | 0;
    const zi = z | 0;
    const fx = table[xi]! + (x - xi) * (table[xi + 1]! - table[xi]!);
    const fy = table[yi]! + (y - yi) * (table[yi + 1]! - table[yi]!);
    const fz = table[zi]! + (z - zi) * (table[zi + 1]! - table[zi]!);
    target[i] = 116 * fy - 16;
    target[i + 1] = 500 * (fx - fy);
    target[i + 2] = 200 * (fy - fz);
  }
  return { width, height, data: target };
}

/** L*a*b* of one sRGB colour (each 0 to 255). */
export function rgbToLabColour(
  r: number,
  g: number,
  b: number,
): readonly [lightness: number, a: number, b: number] {
  const { data } = rgbToLab({ width: 1, height: 1, data: Uint8Array.of(r, g, b) });
  return [data[0]!, data[1]!, data[2]!];
}

function buildCompressionTable(): Float64Array {
  const table = new Float64Array(STEPS + 2);
  for (let index = 0; index < table.length; index++) {
    const t = index / STEPS;
    table[index] = t > LINEAR_BELOW ? Math.cbrt(t) : LINEAR_SLOPE * t + LINEAR_OFFSET;
  }
  return table;
}
