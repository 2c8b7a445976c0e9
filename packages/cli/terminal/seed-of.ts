import { createHash } from 'node:crypto';

/** A seed made of the inputs, so that the same inputs give the same picture. */
export function seedOf(...inputs: readonly Uint8Array[]): number {
  const hash = createHash('sha256');
  for (const input of inputs) hash.update(createHash('sha256').update(input).digest());
  return hash.digest().readUInt32BE(0);
}
