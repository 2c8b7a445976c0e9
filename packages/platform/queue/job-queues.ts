import type { JobKind } from '@proteus/contracts/jobs/job-kind.ts';
import type { JobQueue } from './job-queue.ts';

/** One queue for each kind of job: no worker ever sees a job of another kind. */
export type JobQueues<Queue extends JobQueue = JobQueue> = Readonly<Record<JobKind, Queue>>;
