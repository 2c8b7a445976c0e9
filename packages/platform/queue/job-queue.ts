/** A job handed to one worker for a limited time. */
export interface Lease {
  readonly jobId: string;
  /** How often this job has been leased, this time included. */
  readonly attempt: number;
  /** Milliseconds since the epoch; renew before it passes. */
  readonly expiresAt: number;
  /** Names this very lease: a worker whose lease was taken over can no longer touch the job. */
  readonly token: string;
}

/**
 * Job ids in order of arrival, at least once; one that was handed back may come after later ones. The database row is the truth; the queue only says
 * who should work next. Adding an id that already waits changes nothing.
 */
export interface JobQueue {
  add(jobId: string): Promise<void>;
  /** Takes up to `limit` waiting jobs. Expired leases count as waiting. */
  lease(limit: number, leaseMs: number): Promise<readonly Lease[]>;
  /** False when the lease was lost; the worker must then stop. */
  renew(lease: Lease, leaseMs: number): Promise<boolean>;
  /** The work is over, whatever its outcome. False when the lease was lost. */
  complete(lease: Lease): Promise<boolean>;
  /** Hands the job back to be tried again after `delayMs`. */
  release(lease: Lease, delayMs: number): Promise<boolean>;
  /** Takes a job out, waiting or leased. */
  remove(jobId: string): Promise<void>;
  depth(): Promise<{ readonly waiting: number; readonly active: number }>;
  /** Resolves at the next `add` (or `release`) or when the signal aborts, whichever is first. */
  waitForWork(signal: AbortSignal): Promise<void>;
  close(): Promise<void>;
}
