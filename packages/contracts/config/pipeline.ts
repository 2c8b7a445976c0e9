import { z } from 'zod';

/**
 * The pipeline's configuration (`configs/pipeline.yaml`); every leaf has a default, and
 * `PIPELINE__A__B=value` overrides one. Unknown keys are refused, so that a typo is not silent.
 */
export const pipelineConfigSchema = z.strictObject({
  vton: z
    .strictObject({
      enabled: z.boolean().default(true),
      /** Who makes the picture. */
      provider: z
        .enum(['local'], { error: 'is not available here; there is: local' })
        .default('local'),
    })
    .prefault({}),
  providers: z
    .strictObject({
      segmentation: z.enum(['local']).default('local'),
      pose: z.enum(['mediapipe']).default('mediapipe'),
      geometry: z.enum(['local']).default('local'),
    })
    .prefault({}),
  pose: z
    .strictObject({
      /** Which BlazePose landmark network runs. */
      network: z.enum(['lite', 'full', 'heavy']).default('heavy'),
      /** Averages a mirrored pass into the landmarks and the mask: steadier, twice the time. */
      mirror: z.boolean().default(true),
    })
    .prefault({}),
  /** Longest side, in pixels, at which a picture is worked on. */
  work: z.strictObject({ res_long: z.int().min(512).max(1536).default(1024) }).prefault({}),
  qa_thresholds: z
    .strictObject({
      /** Below this score a picture is delivered with a warning. */
      warn: z.number().min(0).max(1).default(0.55),
      /** Below this score the job fails instead of delivering. */
      refuse: z.number().min(0).max(1).default(0),
    })
    .prefault({}),
  /** What is tried again, in another way, when a picture falls below `qa_thresholds.warn`. */
  retry: z
    .strictObject({
      max_retries: z.int().min(0).max(4).default(2),
      /** More steps with every retry; the local provider solves its warp for more rounds. */
      step_increase: z.int().min(0).max(50).default(12),
      /** How much less a retry is bound to what was measured; here: the pull on the garment's mesh. */
      denoise_delta: z.number().min(0).max(0.9).default(0.5),
    })
    .prefault({}),
  finisher: z
    .strictObject({
      /** Hands pictures that stay below `qa_thresholds.warn` to a stronger provider. */
      escalate_on_fail: z
        .literal(false, {
          error: 'needs a stronger provider than local, and none is available here',
        })
        .default(false),
    })
    .prefault({}),
  debug: z
    .strictObject({
      /** Keeps the intermediate pictures of a job as artifacts. */
      keep_artifacts: z.boolean().default(false),
    })
    .prefault({}),
});
export type PipelineConfig = z.infer<typeof pipelineConfigSchema>;

/** What a single job may override (`options` of the Jobs API). */
export const jobOptionsSchema = z
  .strictObject({
    pose: z.strictObject({ network: z.enum(['lite', 'full', 'heavy']) }).partial(),
    work: z.strictObject({ res_long: z.int().min(512).max(1536) }).partial(),
    debug: z.strictObject({ keep_artifacts: z.boolean() }).partial(),
  })
  .partial();
export type JobOptions = z.infer<typeof jobOptionsSchema>;
