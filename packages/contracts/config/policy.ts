import { z } from 'zod';

/** How the fleet works at the moment: for each job's sake, for the many, or to survive. */
export const policyModeSchema = z.enum(['LATENCY', 'THROUGHPUT', 'SURGE', 'EMERGENCY']);
export type PolicyMode = z.infer<typeof policyModeSchema>;

/** More than any engine takes in one pass: what is larger was set by mistake. */
export const LARGEST_BATCH = 64;

/** How crowded it is. */
export interface Crowd {
  /** Jobs that wait. */
  readonly depth: number;
  /** Average wait of late, milliseconds. */
  readonly waitMs: number;
}

/** What the arbitrator tells the weavers. */
export interface WorkPolicy {
  /** Jobs that a weaver takes at once. */
  readonly batchSize: number;
  /** Whether pictures are worked on at a lower resolution. */
  readonly degraded: boolean;
  readonly mode: PolicyMode;
}

/** What holds while nobody arbitrates. */
export const CALM_POLICY: WorkPolicy = { batchSize: 1, degraded: false, mode: 'LATENCY' };

/** Longest side at which pictures are worked on in degraded mode, pixels. */
export const DEGRADED_LONG_SIDE = 512;
