import type { IncomingMessage } from 'node:http';
import { ProteusError } from '@proteus/contracts/errors.ts';

export interface BodyLimits {
  readonly maxBodyBytes: number;
  /** Milliseconds until the whole body must have arrived. */
  readonly timeLimitMs: number;
  /** Aborts when the server closes; the body then has two more seconds. */
  readonly closing: AbortSignal;
}

/** A body under watch, while something else reads it. */
export interface LimitedBody {
  /** Never resolves; rejects when a limit is passed or `stop` was called. */
  readonly stopped: Promise<never>;
  readonly stop: (error: ProteusError) => void;
  /** Ends the watch. */
  readonly release: () => void;
}

/** How long a body may go on arriving while the server closes. */
const CLOSING_MS = 2_000;

/**
 * Watches a request's body for its size and time.
 *
 * @throws {ProteusError} PAYLOAD_TOO_LARGE when the request announces too much.
 */
export function limitBody(request: IncomingMessage, limits: BodyLimits): LimitedBody {
  let stop: (error: ProteusError) => void = () => {};
  const stopped = new Promise<never>((_resolve, reject) => {
    stop = reject;
  });
  // Whoever races against it sees the rejection; nobody else must.
  stopped.catch(() => {});

  if (Number(request.headers['content-length'] ?? 0) > limits.maxBodyBytes) {
    stop(new ProteusError('PAYLOAD_TOO_LARGE'));
  }
  let received = 0;
  const count = (chunk: Buffer) => {
    received += chunk.length;
    if (received > limits.maxBodyBytes) stop(new ProteusError('PAYLOAD_TOO_LARGE'));
  };
  let deadline = setTimeout(() => stop(new ProteusError('REQUEST_TIMEOUT')), limits.timeLimitMs);
  const hurry = () => {
    clearTimeout(deadline);
    deadline = setTimeout(() => stop(new ProteusError('NOT_READY')), CLOSING_MS);
  };
  // A server may have begun to close while the request was on its way here.
  if (limits.closing.aborted) hurry();
  else limits.closing.addEventListener('abort', hurry, { once: true });
  request.on('data', count);

  const release = () => {
    clearTimeout(deadline);
    limits.closing.removeEventListener('abort', hurry);
    request.off('data', count);
  };
  return {
    stopped,
    stop,
    release,
  };
}
