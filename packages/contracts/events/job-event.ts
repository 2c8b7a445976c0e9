import { z } from 'zod';
import { jobTypeSchema } from '../jobs/job-kind.ts';
import { jobStatusSchema } from '../jobs/job-status.ts';
import { stageSchema } from '../jobs/stage.ts';

/** What is announced whenever a job changes: the same words on every bus and socket. */
export const jobEventSchema = z.object({
  job_id: z.string(),
  job_type: jobTypeSchema,
  owner_id: z.string(),
  status: jobStatusSchema,
  stage: stageSchema.nullable(),
  progress: z.number().min(0).max(1),
  error_code: z.string().nullable(),
});
export type JobEvent = z.infer<typeof jobEventSchema>;
