import { LINEAR_OFFSET, LINEAR_SLOPE, WHITE, XYZ_TO_RGB } from './cie-lab.ts';
import { linearToSrgb } from './srgb-transfer.ts';
import type { LabImage, RgbImage } from './types.ts';

/** 6/29: compressed values below it lie on the straight part of the curve. */
const STRAIGHT_BELOW = 6 / 29;

/** Converts CIE L*a*b* (D65) to 8-bit sRGB; colours outside sRGB are clamped by channel. */
export function labToRgb(image: LabImage): RgbImage {
  const { width, height, data: source } = image;
  const target = new Uint8Array(width * height * 3);
  for (let i = 0; i < target.length; i += 3) {
    writeRgb(source[i]!, source[i + 1]!, source[i + 2]!, target, i);
  }
  return { width, height, data: target };
}

/** 8-bit sRGB of one L*a*b* colour, rounded; clamped by channel when outside sRGB. */
export function labToRgbColour(
  lightness: number,
  a: number,
  b: number,
): readonly [r: number, g: number, b: number] {
  const rgb = new Uint8Array(3);
  writeRgb(lightness, a, b, rgb, 0);
  return [rgb[0]!, rgb[1]!, rgb[2]!];
}

function writeRgb(lightness: number, a: number, b: number, target: Uint8Array, at: number): void {
  const fy = (lightness + 16) / 116;
  const x = WHITE[0] * expand(fy + a / 500);
  const y = WHITE[1] * expand(fy);
  const z = WHITE[2] * expand(fy - b / 200);
  const [toRed, toGreen, toBlue] = XYZ_TO_RGB;
  target[at] = linearToSrgb(toRed[0] * x + toRed[1] * y + toRed[2] * z) + 0.5;
  target[at + 1] = linearToSrgb(toGreen[0] * x + toGreen[1] * y + toGreen[2] * z) + 0.5;
  target[at + 2] = linearToSrgb(toBlue[0] * x + toBlue[1] * y + toBlue[2] * z) + 0.5;
}

function expand(f: number): number {
  return f > STRAIGHT_BELOW ? f * f * f : (f - LINEAR_OFFSET) / LINEAR_SLOPE;
}
