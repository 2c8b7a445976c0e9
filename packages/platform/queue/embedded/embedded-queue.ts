import type { QueueName } from '@proteus/contracts/jobs/job-kind.ts';
import type { Kysely, Transaction } from 'kysely';
import type { Database } from '../../database/database.ts';
import type { Schema } from '../../database/schema.ts';
import type { Lease } from '../job-queue.ts';
import type { LinkedQueue } from '../linked-queue.ts';
import { leaseEntries } from './lease-entries.ts';
import { QUEUE_LOCK } from './queue-lock.ts';
import { countEntries, nextDueTime } from './read-entries.ts';
import { createWakeUp } from './wake-up.ts';

/** Longest sleep of `waitForWork`: jobs that another process added are seen after it. */
const LONGEST_WAIT_MS = 5000;

/** A queue in the jobs' own database; several processes may share it where that is PostgreSQL. */
export interface EmbeddedQueue extends LinkedQueue {
  /**
   * Makes every leased job wait again. Called once at start-up by the only process that uses the queue, when
   * no worker can hold a lease: what was in work when it died is then taken up at once.
   *
   * @returns how many there were.
   */
  recoverLeases(): Promise<number>;
}

/** @param now milliseconds since the epoch; the clock when left out. */
export function createEmbeddedQueue(
  database: Database,
  name: QueueName,
  now: () => number = Date.now,
): EmbeddedQueue {
  const { query } = database;
  const wakeUp = createWakeUp();

  async function addWithin(transaction: Transaction<Schema>, jobId: string): Promise<void> {
    await database.serialise(transaction, QUEUE_LOCK);
    await transaction
      .insertInto('queue_entries')
      .values(({ selectFrom }) => ({
        job_id: jobId,
        queue: name,
        position: selectFrom('queue_entries').select(({ eb, fn, lit }) =>
          eb(fn.coalesce(fn.max('position'), lit(0)), '+', lit(1)).as('next'),
        ),
        attempts: 0,
        available_at: now(),
      }))
      .onConflict((conflict) => conflict.column('job_id').doNothing())
      .execute();
  }

  async function removeWithin(transaction: Kysely<Schema>, jobId: string): Promise<void> {
    await transaction
      .deleteFrom('queue_entries')
      .where('job_id', '=', jobId)
      .where('queue', '=', name)
      .execute();
  }

  const held = ({ jobId, token }: Lease) =>
    query.updateTable('queue_entries').where('job_id', '=', jobId).where('lease_token', '=', token);

  return {
    addWithin,
    removeWithin,
    async follow(_jobId, change) {
      if (change !== 'removed') wakeUp.ring();
    },
    async add(jobId) {
      await query.transaction().execute((transaction) => addWithin(transaction, jobId));
      wakeUp.ring();
    },
    lease: (limit, leaseMs) => leaseEntries(database, { name, limit, now: now(), leaseMs }),
    async renew(lease, leaseMs) {
      const { numUpdatedRows } = await held(lease)
        .set({ lease_expires_at: now() + leaseMs })
        .executeTakeFirst();
      return numUpdatedRows > 0n;
    },
    async complete({ jobId, token }) {
      const { numDeletedRows } = await query
        .deleteFrom('queue_entries')
        .where('job_id', '=', jobId)
        .where('lease_token', '=', token)
        .executeTakeFirst();
      return numDeletedRows > 0n;
    },
    async release(lease, delayMs) {
      const { numUpdatedRows } = await held(lease)
        .set({ lease_token: null, lease_expires_at: null, available_at: now() + delayMs })
        .executeTakeFirst();
      wakeUp.ring();
      return numUpdatedRows > 0n;
    },
    remove: (jobId) => removeWithin(query, jobId),
    depth: () => countEntries(query, name, now()),
    async waitForWork(signal) {
      // Subscribed before looking, so that what is added in between is not missed.
      const rung = wakeUp.wait(signal);
      const due = await nextDueTime(query, name);
      // A timer may fire up to a millisecond before the clock reaches the time it was set for.
      const wait = due === null ? LONGEST_WAIT_MS : due - now() + 1;
      await rung.within(Math.min(wait, LONGEST_WAIT_MS));
    },
    async recoverLeases() {
      const { numUpdatedRows } = await query
        .updateTable('queue_entries')
        .set({ lease_token: null, lease_expires_at: null })
        .where('queue', '=', name)
        .where('lease_token', 'is not', null)
        .executeTakeFirst();
      wakeUp.ring();
      return Number(numUpdatedRows);
    },
    async close() {
      wakeUp.ring();
    },
  };
}
