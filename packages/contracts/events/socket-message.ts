import { z } from 'zod';
import { jobTypeSchema } from '../jobs/job-kind.ts';
import { jobStatusSchema } from '../jobs/job-status.ts';
import { stageSchema } from '../jobs/stage.ts';

/** What a WebSocket tells of a job: progress while it runs, one message when it has ended. */
export const socketMessageSchema = z
  .object({
    event_id: z.string().describe('To be passed as `last_event_id` when the connection is lost.'),
    job_type: jobTypeSchema,
    job_id: z.string(),
    user_id: z.string(),
    vton_id: z.string().nullable(),
    status: jobStatusSchema,
    stage: stageSchema.optional(),
    progress: z.number().min(0).max(1).optional(),
    result_s3_key: z.string().optional(),
    error: z.object({ code: z.string(), message: z.string() }).optional(),
  })
  .meta({ id: 'SocketMessage' });
export type SocketMessage = z.infer<typeof socketMessageSchema>;
