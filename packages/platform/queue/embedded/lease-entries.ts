import { randomUUID } from 'node:crypto';
import type { QueueName } from '@proteus/contracts/jobs/job-kind.ts';
import type { Database } from '../../database/database.ts';
import type { Lease } from '../job-queue.ts';
import { waits } from './read-entries.ts';

/** Who wants how many jobs, and for how long. */
export interface LeaseRequest {
  readonly name: QueueName;
  readonly limit: number;
  /** Milliseconds since the epoch. */
  readonly now: number;
  readonly leaseMs: number;
}

/** Leases the first `limit` jobs that wait at `now`, in order of arrival. */
export async function leaseEntries(
  { query, isShared }: Database,
  { name, limit, now, leaseMs }: LeaseRequest,
): Promise<readonly Lease[]> {
  return query.transaction().execute(async (transaction) => {
    const waiting = await transaction
      .selectFrom('queue_entries')
      .select(['job_id', 'attempts'])
      .where('queue', '=', name)
      .where(waits(now))
      .orderBy('position')
      .limit(limit)
      // What another worker is just taking is not waited for.
      .$if(isShared, (locked) => locked.forUpdate().skipLocked())
      .execute();
    const leases: Lease[] = [];
    for (const { job_id: jobId, attempts } of waiting) {
      const lease = {
        jobId,
        attempt: attempts + 1,
        expiresAt: now + leaseMs,
        token: randomUUID(),
      };
      await transaction
        .updateTable('queue_entries')
        .set({
          attempts: lease.attempt,
          lease_token: lease.token,
          lease_expires_at: lease.expiresAt,
        })
        .where('job_id', '=', jobId)
        .execute();
      leases.push(lease);
    }
    return leases;
  });
}
