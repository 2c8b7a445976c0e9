import { setTimeout as sleep } from 'node:timers/promises';
import { jobPrefix } from '@proteus/contracts/jobs/job-keys.ts';
import { USERS_PREFIX, uploaderOf } from '@proteus/contracts/jobs/user-keys.ts';
import { eraseUser } from '@proteus/platform/accounts/erase-user.ts';
import type { JobsRepository } from '@proteus/platform/database/jobs-repository.ts';
import type { UsersRepository } from '@proteus/platform/database/users/users-repository.ts';
import type { VtonsRepository } from '@proteus/platform/database/vtons/vtons-repository.ts';
import type { Leases } from '@proteus/platform/leases/leases.ts';
import type { Logger } from '@proteus/platform/logging/logger.ts';
import type { ObjectStore } from '@proteus/platform/storage/object-store.ts';

export interface JanitorOptions {
  readonly jobs: JobsRepository;
  readonly users: UsersRepository;
  readonly vtons: VtonsRepository;
  readonly store: ObjectStore;
  readonly leases: Pick<Leases, 'forgetExpired'>;
  readonly logger: Logger;
  /** How long a finished job keeps its pictures; 0 = for ever. */
  readonly retentionMs: number;
  /** The largest picture that anybody may upload, bytes. */
  readonly maxUploadBytes: number;
  /** Milliseconds since the epoch. */
  readonly now?: () => number;
}

/** What a round of cleaning removed. */
export interface Cleaning {
  readonly expiredJobs: number;
  readonly erasedUsers: number;
  readonly orphanedObjects: number;
  readonly unusedUploads: number;
}

const ROUND_INTERVAL_MS = 10 * 60_000;
const PAGE = 100;
const STORE_LIMIT_MS = 5 * 60_000;
/** A picture is stored before its job is accepted; this much later no job will come. */
const ORPHAN_AGE_MS = 60 * 60_000;
/** Whoever uploads a picture shows it within a day. */
const UNUSED_UPLOAD_AGE_MS = 24 * 60 * 60_000;
const JOB_OF_KEY = /^jobs\/([^/]+)\//;

/** Removes what is past its retention time, and pictures whose job does not know them (any more). */
export async function cleanUp(options: JanitorOptions, signal: AbortSignal): Promise<Cleaning> {
  const now = (options.now ?? Date.now)();
  const limited = AbortSignal.any([signal, AbortSignal.timeout(STORE_LIMIT_MS)]);
  await options.jobs.forgetOldIdempotencyKeys();
  await options.users.forgetExpired();
  await options.leases.forgetExpired();
  return {
    erasedUsers: await eraseUsers(options, limited),
    expiredJobs: await removeExpired(options, now, limited),
    orphanedObjects: await removeOrphans(options, now, limited),
    unusedUploads: await removeUnusedUploads(options, now, limited),
  };
}

/** Ends what an account's deletion began, where its process was killed or the store was away. */
async function eraseUsers(options: JanitorOptions, signal: AbortSignal): Promise<number> {
  let erased = 0;
  for (;;) {
    const pending = await options.users.findErasures(PAGE);
    for (const { userId } of pending) {
      await eraseUser(options, userId, signal);
      erased++;
    }
    if (pending.length < PAGE) return erased;
  }
}

async function removeExpired(
  { jobs, store, retentionMs }: JanitorOptions,
  now: number,
  signal: AbortSignal,
): Promise<number> {
  if (retentionMs === 0) return 0;
  let removed = 0;
  for (;;) {
    const expired = await jobs.findExpired(now - retentionMs, PAGE);
    for (const job of expired) {
      // First the row, so that no retry slips in between; what a kill here leaves is an orphan.
      await jobs.markResultRemoved(job.id);
      for await (const { key } of store.list(jobPrefix(job.id), signal)) {
        await store.remove(key, signal);
      }
      removed++;
    }
    if (expired.length < PAGE) return removed;
  }
}

async function removeOrphans(
  { jobs, store }: JanitorOptions,
  now: number,
  signal: AbortSignal,
): Promise<number> {
  let removed = 0;
  for await (const { key, modifiedAt } of store.list('jobs/', signal)) {
    const jobId = JOB_OF_KEY.exec(key)?.[1];
    if (jobId === undefined || now - modifiedAt < ORPHAN_AGE_MS) continue;
    const job = await jobs.find(jobId);
    if (job !== null && job.resultRemovedAt === null) continue;
    await store.remove(key, signal);
    removed++;
  }
  return removed;
}

/**
 * What no try-on shows (any more) a day after it was uploaded, and at once what is too large to be used: an address
 * that was signed without a size takes any at some stores.
 */
async function removeUnusedUploads(
  { vtons, store, maxUploadBytes }: JanitorOptions,
  now: number,
  signal: AbortSignal,
): Promise<number> {
  let removed = 0;
  for await (const { key, modifiedAt, size } of store.list(USERS_PREFIX, signal)) {
    const userId = uploaderOf(key);
    if (userId === null) continue;
    const isUsable = size <= maxUploadBytes;
    if (isUsable && now - modifiedAt < UNUSED_UPLOAD_AGE_MS) continue;
    if (isUsable && (await vtons.usesKey(userId, key))) continue;
    await store.remove(key, signal);
    removed++;
  }
  return removed;
}

/** Cleans in the background until the signal aborts; a round that fails is tried again later. */
export async function runJanitor(options: JanitorOptions, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    try {
      const cleaning = await cleanUp(options, signal);
      if (cleaning.expiredJobs + cleaning.erasedUsers + cleaning.orphanedObjects > 0) {
        options.logger.info(cleaning, 'old pictures were removed');
      }
    } catch (error) {
      if (!signal.aborted) options.logger.error({ err: error }, 'cleaning failed');
    }
    await sleep(ROUND_INTERVAL_MS, undefined, { signal, ref: false }).catch(() => {});
  }
}
