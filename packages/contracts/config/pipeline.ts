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
      provider: z.enum(['local']).default('local'),
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
      warn: z.number().min(0).max(1).default(0.5),
      /** Below this score the job fails instead of delivering. */
      refuse: z.number().min(0).max(1).default(0),
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
