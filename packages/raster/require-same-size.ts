import type { Size } from './types.ts';

/**
 * Guards operations that read two rasters at the same index.
 *
 * @throws {RangeError} when width or height differ.
 */
export function requireSameSize(a: Size, b: Size): void {
  if (a.width !== b.width || a.height !== b.height) {
    throw new RangeError(
      `Sizes differ: ${a.width} by ${a.height} and ${b.width} by ${b.height} pixels.`,
    );
  }
}
