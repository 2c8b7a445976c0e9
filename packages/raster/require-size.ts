/**
 * Guards whatever makes a new raster.
 *
 * @throws {RangeError} when width or height is not a positive integer.
 */
export function requireSize(width: number, height: number): void {
  if (!Number.isInteger(width) || !Number.isInteger(height) || width < 1 || height < 1) {
    throw new RangeError(`A raster cannot be ${width} by ${height} pixels.`);
  }
}
