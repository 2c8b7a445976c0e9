import { z } from 'zod';
import { LARGEST_BATCH, policyModeSchema } from './policy.ts';

const stepSchema = z.strictObject({
  /** Waiting jobs up to which the step is meant; the last step, for all above, has none. */
  up_to: z.int().min(0).max(1_000_000).optional(),
  /** Jobs that a weaver takes at once. */
  batch_size: z.int().min(1).max(LARGEST_BATCH),
  /** What `config:mode` says; `EMERGENCY` is said in degraded mode. */
  mode: policyModeSchema.exclude(['EMERGENCY']),
});

/**
 * Where the arbitrator draws its lines (`configs/arbitrator.yaml`); every leaf has a default, and
 * `ARBITRATOR__A__B=value` overrides one. Unknown keys are refused, so that a typo is not silent.
 */
export const arbitratorConfigSchema = z.strictObject({
  /** Milliseconds between two looks at the queue. */
  interval_ms: z.int().min(50).max(60_000).default(500),
  /** Waits of the jobs that began within so many seconds count. */
  window_s: z.number().min(1).max(3_600).default(60),
  /** By growing depth. */
  steps: z
    .array(stepSchema)
    .min(1)
    .max(20)
    .refine(growing, { error: 'must grow by up_to, and have a last step without it' })
    .default([
      { up_to: 10, batch_size: 1, mode: 'LATENCY' },
      { up_to: 50, batch_size: 4, mode: 'THROUGHPUT' },
      { batch_size: 8, mode: 'SURGE' },
    ]),
  /** Average wait above which quality gives way, seconds. */
  wait_limit_s: z.number().min(0.1).max(3_600).default(10),
  calm: z
    .strictObject({
      /** To come down again, depth and wait must be below this share of the line that was crossed … */
      share: z.number().min(0.05).max(1).default(0.6),
      /** … for so many seconds. */
      for_s: z.number().min(0).max(3_600).default(5),
    })
    .prefault({}),
});
export type ArbitratorConfig = z.infer<typeof arbitratorConfigSchema>;

function growing(steps: readonly z.infer<typeof stepSchema>[]): boolean {
  return steps.every(({ up_to }, index) => {
    if (index === steps.length - 1) return up_to === undefined;
    return up_to !== undefined && (index === 0 || up_to > (steps[index - 1]?.up_to ?? up_to));
  });
}
