export interface LockOptions {
  /** Milliseconds after which a worker that does not renew its lock has lost its job. */
  readonly lockMs?: number | undefined;
  /** Milliseconds between two looks for lost jobs. */
  readonly stalledCheckMs?: number | undefined;
}

export const LOCK_MS = 30_000;
const STALLED_CHECK_MS = 5_000;
/** Losses that no job reaches. */
const NEVER_FAILED = 1_000_000;

/**
 * How BullMQ's workers hold jobs. How often a job may be lost is the row's business (`processJob` counts): if
 * BullMQ failed it by itself, its row would run for ever.
 */
export function workerOptions(lockMs: number, stalledCheckMs = STALLED_CHECK_MS) {
  return {
    autorun: false,
    lockDuration: lockMs,
    stalledInterval: stalledCheckMs,
    maxStalledCount: NEVER_FAILED,
    // `JobMonitor` renews, at half of the lease.
    skipLockRenewal: true,
  };
}
