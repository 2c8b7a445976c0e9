import { z } from 'zod';
import { jobOptionsSchema } from '../config/pipeline.ts';
import { categorySchema } from '../jobs/category.ts';
import { correctionsSchema } from '../jobs/corrections.ts';
import { jobTypeSchema } from '../jobs/job-kind.ts';
import { jobStatusSchema } from '../jobs/job-status.ts';
import { qualitySchema } from '../jobs/quality.ts';
import { stageSchema } from '../jobs/stage.ts';

/** What a submission may say besides its pictures. */
export const submissionOptionsSchema = z.strictObject({
  category: categorySchema.default('auto').describe('What the garment covers.'),
  seed: z
    .int()
    .min(0)
    .max(0xffff_ffff)
    .optional()
    .describe('Fixes grain and noise. Derived from the pictures and the configuration by default.'),
  options: jobOptionsSchema.default({}).describe('Overrides of the pipeline configuration.'),
  ...correctionsSchema.shape,
});
export type SubmissionOptions = z.infer<typeof submissionOptionsSchema>;

const EXAMPLE_JOB_ID = '01KAH2V5Q3F0W8Z7T4M1N6C9XE';

const pictureUrl = z
  .url({ protocol: /^https?$/, error: 'must be an http or https address' })
  .max(2048);

/** What a submission with a `webhook_url` is told. */
export const NO_WEBHOOKS = 'webhooks come with a later version; poll the job with ?wait= instead';

/** `POST /v1/jobs/tryon-from-urls` */
export const tryonFromUrlsSchema = submissionOptionsSchema.extend({
  user_image_url: pictureUrl.describe('A photo of the person.'),
  garment_front_url: pictureUrl.describe('The front of the garment.'),
  garment_side_url: pictureUrl
    .optional()
    .describe('Another side of the garment; kept with the job, not used by the local provider.'),
  webhook_url: z.never({ error: NO_WEBHOOKS }).optional(),
});

export const jobAcceptedSchema = z
  .object({ job_id: z.string(), status: jobStatusSchema })
  .meta({ id: 'JobAccepted', examples: [{ job_id: EXAMPLE_JOB_ID, status: 'queued' }] });
export type JobAccepted = z.infer<typeof jobAcceptedSchema>;

/** `GET /v1/jobs/{job_id}` */
export const jobViewSchema = z
  .object({
    job_id: z.string(),
    job_type: jobTypeSchema.describe(
      'A try-on, or (`/jobs/tailor`) an outfit cut out of its photo.',
    ),
    status: jobStatusSchema,
    stage: stageSchema.nullable().describe('The stage under way, or the last one.'),
    progress: z.number().min(0).max(1).describe('The share of the work that is done.'),
    error: z
      .object({ code: z.string(), message: z.string(), stage: z.string().nullable() })
      .nullable(),
    result_path: z
      .string()
      .nullable()
      .describe('Path of the result on this server; null until there is one.'),
    result_url: z
      .string()
      .nullable()
      .describe('A signed address of the result, valid for an hour; null until there is one.'),
    quality: qualitySchema.nullable(),
    warnings: z.array(z.string()),
    timings: z
      .record(z.string(), z.number())
      .describe('Milliseconds a stage took, by stage, and `total`.'),
    category: categorySchema,
    corrections: correctionsSchema.required().describe('What the submission said by hand.'),
    cached: z
      .boolean()
      .describe('Whether the result is that of an earlier job that asked for the same.'),
    seed: z.number(),
    attempts: z.number(),
    created_at: z.iso.datetime(),
    updated_at: z.iso.datetime(),
    queue_position: z
      .number()
      .nullable()
      .describe('Jobs that come before this one; null when it does not wait.'),
  })
  .meta({
    id: 'Job',
    examples: [
      {
        job_id: EXAMPLE_JOB_ID,
        job_type: 'try_on',
        status: 'running',
        stage: 'warp',
        progress: 0.62,
        error: null,
        result_path: null,
        result_url: null,
        quality: null,
        warnings: [],
        timings: {},
        category: 'upper',
        corrections: { garment_landmarks: {}, person_mask: [], tuck: 'in' },
        cached: false,
        seed: 2654435769,
        attempts: 1,
        created_at: '2026-11-20T10:00:00.000Z',
        updated_at: '2026-11-20T10:00:02.500Z',
        queue_position: null,
      },
    ],
  });
export type JobView = z.infer<typeof jobViewSchema>;

/** The longest that `?wait=` may ask for, in seconds. */
export const LONGEST_WAIT_SECONDS = 60;

/** Query of `GET /v1/jobs/{job_id}` */
export const jobQuerySchema = z.strictObject({
  wait: z.coerce
    .number()
    .min(0)
    .max(LONGEST_WAIT_SECONDS)
    .default(0)
    .describe(
      'Seconds to wait: until the job is final, or, with `If-None-Match`, until it is no longer as that ETag says.',
    ),
});

/** An empty parameter, as in `?status=&limit=5`, is one that was not given. */
const emptyIsAbsent = (value: unknown) => (value === '' ? undefined : value);

/** Query of `GET /v1/jobs` */
export const jobListQuerySchema = z.strictObject({
  status: z.preprocess(emptyIsAbsent, jobStatusSchema.optional()),
  cursor: z.preprocess(emptyIsAbsent, z.string().max(256).optional()),
  limit: z.preprocess(emptyIsAbsent, z.coerce.number().int().min(1).max(100).default(20)),
});

export const jobListSchema = z
  .object({
    jobs: z.array(jobViewSchema),
    next_cursor: z
      .string()
      .nullable()
      .describe('Give it as `cursor` to get the next page; null on the last one.'),
  })
  .meta({ id: 'JobList' });
export type JobList = z.infer<typeof jobListSchema>;
