import type { Readable } from 'node:stream';

/** How long a refused client may go on sending before the connection is cut. */
export const LINGER_MS = 5_000;

/**
 * Lets the rest of a refused request pass by for a short while, so that the client gets to read
 * the answer instead of a reset connection; then cuts the connection.
 */
export function linger(request: Readable): void {
  if (request.readableEnded || request.destroyed) return;
  request.unpipe();
  request.resume();
  const cut = setTimeout(() => request.destroy(), LINGER_MS);
  cut.unref();
  const forget = () => clearTimeout(cut);
  request.once('end', forget);
  request.once('close', forget);
}
