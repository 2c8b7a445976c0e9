import { jobArtifactKey } from '@proteus/contracts/jobs/job-keys.ts';
import { createJobsRepository } from '@proteus/platform/database/create-jobs-repository.ts';
import type { JobRow } from '@proteus/platform/database/job-row.ts';
import { openDatabase } from '@proteus/platform/database/open-database.ts';
import { createUsersRepository } from '@proteus/platform/database/users/create-users-repository.ts';
import { createVtonsRepository } from '@proteus/platform/database/vtons/create-vtons-repository.ts';
import { createDatabaseLeases } from '@proteus/platform/leases/create-database-leases.ts';
import { createLogger } from '@proteus/platform/logging/logger.ts';
import { createEmbeddedQueues } from '@proteus/platform/queue/embedded/create-embedded-queues.ts';
import { openS3Store } from '@proteus/platform/storage/s3/open-s3-store.ts';
import { cleanUp } from '@proteus/workers/janitor.ts';
import { expect } from 'vitest';
import type { Fleet } from './fleet.ts';
import { expectWhole, type MarkedJob } from './marked-jobs.ts';

/** Long enough for what has no job to be an orphan. */
const LATER_MS = 2 * 3_600_000;
const LIMIT_MS = 30_000;

/** Knows of every job that a fleet has accepted. */
export interface Ledger {
  /** A job as its row has it now. */
  find(id: string): Promise<JobRow | null>;
  /**
   * Expects that these jobs have ended well, that their results are whole, that there is no other new job, that
   * no earlier one was touched again, and that after the janitor's round the store holds what the rows name
   * and nothing else.
   */
  account(jobs: readonly MarkedJob[]): Promise<void>;
  close(): Promise<void>;
}

export function openLedger(fleet: Fleet): Ledger {
  const database = openDatabase(fleet.postgres.url, { maxConnections: 2 });
  const store = openS3Store(fleet.s3.options);
  const rows = createJobsRepository({
    database,
    queues: createEmbeddedQueues(database),
    maxQueue: 1,
  });
  const janitor = {
    jobs: rows,
    users: createUsersRepository(database),
    vtons: createVtonsRepository(database),
    store,
    leases: createDatabaseLeases(database),
    logger: createLogger({ level: 'silent' }),
    retentionMs: 0,
    maxUploadBytes: Number.MAX_SAFE_INTEGER,
    now: () => Date.now() + LATER_MS,
  };
  const endedAt = new Map<string, number>();

  async function readAll(): Promise<readonly JobRow[]> {
    const ids = await database.query.selectFrom('jobs').select('id').execute();
    const found = await Promise.all(ids.map(({ id }) => rows.find(id)));
    return found.filter((row) => row !== null);
  }

  return {
    find: (id) => rows.find(id),
    async account(jobs) {
      const all = await readAll();
      const known = new Set([...endedAt.keys(), ...jobs.map(({ id }) => id)]);
      expect(all.map(({ id }) => id).sort()).toEqual([...known].sort());
      for (const { id, status, errorCode, updatedAt } of all) {
        expect({ id, status, errorCode }).toEqual({ id, status: 'completed', errorCode: null });
        expect(endedAt.get(id) ?? updatedAt).toBe(updatedAt);
        endedAt.set(id, updatedAt);
      }
      for (const job of jobs) await expectWhole(job, fleet.gateway.address);

      const signal = AbortSignal.timeout(LIMIT_MS);
      await cleanUp(janitor, signal);
      const stored: string[] = [];
      for await (const { key } of store.list('jobs/', signal)) stored.push(key);
      expect(stored.sort()).toEqual(all.flatMap(keysOf).sort());
    },
    async close() {
      store.close();
      await database.close();
    },
  };
}

/** Everything in the store that a row names. */
function keysOf({ id, personKey, garmentKey, resultKey, artifacts }: JobRow): readonly string[] {
  const pictures = [personKey, garmentKey, resultKey].filter((key) => key !== null);
  return [...pictures, ...artifacts.map((name) => jobArtifactKey(id, name))];
}
