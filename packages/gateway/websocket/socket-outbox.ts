import type { SocketMessage } from '@proteus/contracts/events/socket-message.ts';
import { isFinal } from '@proteus/contracts/jobs/job-status.ts';

/** What an outbox writes to. */
export interface MessageSink {
  /** Bytes that were handed over and not yet taken by the network. */
  readonly bufferedAmount: number;
  send(text: string, done: (error?: Error) => void): void;
}

/** Above this, progress is held back until the client has caught up. */
const SLOW_BYTES = 64 * 1024;
/** Jobs whose news may wait for one client; one that lets more pile up is cut off. */
const MOST_WAITING = 10_000;

/**
 * Sends messages to one client no faster than it takes them. Of a job whose news has to wait, only
 * the newest is kept, and never anything after its end.
 */
export class SocketOutbox {
  readonly #sink: MessageSink;
  readonly #onOverflow: () => void;
  readonly #waiting = new Map<string, SocketMessage>();
  /** Jobs whose end was told; late progress of theirs is dropped. */
  readonly #ended = new Map<string, string>();

  /** @param onOverflow is told once too much waits; the client should come back later. */
  constructor(sink: MessageSink, onOverflow: () => void) {
    this.#sink = sink;
    this.#onOverflow = onOverflow;
  }

  post(message: SocketMessage): void {
    if (this.#isStale(message)) return;
    if (isFinal(message.status)) this.#remember(message);
    this.#waiting.set(message.job_id, message);
    if (this.#waiting.size > MOST_WAITING) this.#onOverflow();
    else this.#flush();
  }

  #flush(): void {
    for (const [jobId, message] of this.#waiting) {
      if (this.#sink.bufferedAmount > SLOW_BYTES) return;
      this.#waiting.delete(jobId);
      this.#sink.send(JSON.stringify(message), (error) => {
        if (error === undefined) this.#flush();
      });
    }
  }

  /** A job that was begun again after its end is news; the same end told twice is not. */
  #isStale({ job_id, status, event_id }: SocketMessage): boolean {
    const end = this.#ended.get(job_id);
    if (end === undefined) return false;
    if (isFinal(status)) return end === event_id;
    if (status === 'running') return true;
    this.#ended.delete(job_id);
    return false;
  }

  #remember({ job_id, event_id }: SocketMessage): void {
    this.#ended.delete(job_id);
    this.#ended.set(job_id, event_id);
    if (this.#ended.size <= MOST_WAITING) return;
    const [oldest] = this.#ended.keys();
    if (oldest !== undefined) this.#ended.delete(oldest);
  }
}
