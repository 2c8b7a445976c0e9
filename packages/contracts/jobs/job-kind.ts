import { z } from 'zod';

/** Who does a job: weavers try a garment on a person, tailors cut a garment out of its photo. */
export const JOB_KINDS = ['weaver', 'tailor'] as const;
export const jobKindSchema = z.enum(JOB_KINDS);
export type JobKind = z.infer<typeof jobKindSchema>;

/** The names of their queues, as autoscalers and dashboards know them. */
export const QUEUE_NAMES = {
  weaver: 'weaver_jobs',
  tailor: 'tailor_jobs',
} as const satisfies Record<JobKind, string>;
export type QueueName = (typeof QUEUE_NAMES)[JobKind];

/** What clients are told that a job is. */
export const jobTypeSchema = z.enum(['try_on', 'outfit_clean']);
export type JobType = z.infer<typeof jobTypeSchema>;

export const JOB_TYPES = {
  weaver: 'try_on',
  tailor: 'outfit_clean',
} as const satisfies Record<JobKind, JobType>;
