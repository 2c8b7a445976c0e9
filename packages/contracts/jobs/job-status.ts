import { z } from 'zod';

/** The states of a job; `completed`, `failed` and `canceled` are final. */
export const jobStatusSchema = z.enum(['queued', 'running', 'completed', 'failed', 'canceled']);
export type JobStatus = z.infer<typeof jobStatusSchema>;

/** Whether a job in this state can still change by itself. */
export function isFinal(status: JobStatus): boolean {
  return status === 'completed' || status === 'failed' || status === 'canceled';
}
