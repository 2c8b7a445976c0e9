import { LOST_CHECK_MS } from '../lease-time.ts';

export interface LockOptions {
  /** Milliseconds after which a worker that does not renew its lock has lost its job. */
  readonly lockMs?: number | undefined;
  /** Milliseconds between two looks for lost jobs. */
  readonly stalledCheckMs?: number | undefined;
}

/** Losses that no job reaches. */
const NEVER_FAILED = 1_000_000;

/**
 * How BullMQ's workers hold jobs. How often a job may be lost is the row's business (`processJob` counts): if
 * BullMQ failed it by itself, its row would run for ever.
 */
export function workerOptions(lockMs: number, stalledCheckMs = LOST_CHECK_MS) {
  return {
    autorun: false,
    lockDuration: lockMs,
    stalledInterval: stalledCheckMs,
    maxStalledCount: NEVER_FAILED,
    // `JobMonitor` renews.
    skipLockRenewal: true,
  };
}
