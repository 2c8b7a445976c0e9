import { z } from 'zod';
import { jobOptionsSchema } from '../config/pipeline.ts';
import { categorySchema } from '../jobs/category.ts';
import { jobStatusSchema } from '../jobs/job-status.ts';
import { qualitySchema } from '../jobs/quality.ts';
import { stageSchema } from '../jobs/stage.ts';

/** What a submission may say besides its pictures. */
export const submissionOptionsSchema = z.strictObject({
  category: categorySchema.default('auto'),
  /** Fixes the grain and noise; the same inputs give the same bytes. Derived from them when left out. */
  seed: z.int().min(0).max(0xffff_ffff).optional(),
  options: jobOptionsSchema.default({}),
});
export type SubmissionOptions = z.infer<typeof submissionOptionsSchema>;

const pictureUrl = z.url({ protocol: /^https?$/ }).max(2048);

/** `POST /v1/jobs/tryon-from-urls` */
export const tryonFromUrlsSchema = submissionOptionsSchema.extend({
  user_image_url: pictureUrl,
  garment_front_url: pictureUrl,
  garment_side_url: pictureUrl.optional(),
});
export type TryonFromUrls = z.infer<typeof tryonFromUrlsSchema>;

export const jobAcceptedSchema = z.object({ job_id: z.string(), status: jobStatusSchema });
export type JobAccepted = z.infer<typeof jobAcceptedSchema>;

/** `GET /v1/jobs/{job_id}` */
export const jobViewSchema = z.object({
  job_id: z.string(),
  status: jobStatusSchema,
  stage: stageSchema.nullable(),
  progress: z.number().min(0).max(1),
  error: z
    .object({ code: z.string(), message: z.string(), stage: z.string().nullable() })
    .nullable(),
  /** Path of the result on this server; null until there is one. */
  result_path: z.string().nullable(),
  /** A presigned address of the result, valid for a while; null until there is one. */
  result_url: z.string().nullable(),
  quality: qualitySchema.nullable(),
  warnings: z.array(z.string()),
  /** Milliseconds a stage took, by stage, and `total`. */
  timings: z.record(z.string(), z.number()),
  category: categorySchema,
  seed: z.number(),
  attempts: z.number(),
  created_at: z.iso.datetime(),
  updated_at: z.iso.datetime(),
  queue_position: z.number().nullable(),
});
export type JobView = z.infer<typeof jobViewSchema>;

export const jobListSchema = z.object({
  jobs: z.array(jobViewSchema),
  /** Give it as `cursor` to get the next page; null on the last one. */
  next_cursor: z.string().nullable(),
});
export type JobList = z.infer<typeof jobListSchema>;
