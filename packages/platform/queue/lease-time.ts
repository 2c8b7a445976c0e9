/**
 * How workers hold jobs, in milliseconds. A killed worker's job is handed out again within 15 s: its lease
 * runs out after 10 s at most, and the two looks that BullMQ needs to take it back come within 4 s more.
 * Renewal happens in the worker's own process, so that a busy engine costs no lease.
 */
export const LEASE_MS = 10_000;
/** How often lost leases are looked for, where the queue does not see them by itself. */
export const LOST_CHECK_MS = 2_000;
