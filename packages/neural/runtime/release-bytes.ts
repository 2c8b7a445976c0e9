/**
 * Gives the memory of a file back at once. Garbage collection sees only the small heads of large
 * arrays, and would let them lie just when a network's weights need the room.
 *
 * @param bytes empty afterwards, as is every view of the same buffer; a part of a larger buffer is left alone.
 */
export function releaseBytes(bytes: Uint8Array): void {
  const { buffer } = bytes;
  if (buffer instanceof ArrayBuffer && bytes.byteLength === buffer.byteLength) {
    buffer.transfer(0);
  }
}
