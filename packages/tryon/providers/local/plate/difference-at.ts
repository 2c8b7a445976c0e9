/**
 * How far a pixel's colour lies from another one, in 8-bit steps over all channels.
 *
 * @param data interleaved sRGB.
 */
export function differenceAt(data: Uint8Array, pixel: number, colour: Float32Array): number {
  const at = pixel * 3;
  return Math.hypot(data[at]! - colour[0]!, data[at + 1]! - colour[1]!, data[at + 2]! - colour[2]!);
}
