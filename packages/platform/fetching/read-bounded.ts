import { ProteusError } from '@proteus/contracts/errors.ts';

/**
 * Reads a stream to its end, holding no more than it may.
 *
 * @throws {ProteusError} IMAGE_FILE_TOO_LARGE as soon as it is longer than `maxBytes`.
 */
export async function readBounded(
  stream: AsyncIterable<Uint8Array>,
  maxBytes: number,
): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of stream) {
    length += chunk.length;
    if (length > maxBytes) throw new ProteusError('IMAGE_FILE_TOO_LARGE');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, length);
}
