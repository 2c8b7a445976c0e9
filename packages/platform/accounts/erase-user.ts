import { jobPrefix } from '@proteus/contracts/jobs/job-keys.ts';
import { userPrefix } from '@proteus/contracts/jobs/user-keys.ts';
import type { JobsRepository } from '../database/jobs-repository.ts';
import type { UsersRepository } from '../database/users/users-repository.ts';
import type { ObjectStore } from '../storage/object-store.ts';

/** What holds a user's traces. */
export interface UserTraces {
  readonly users: UsersRepository;
  readonly jobs: JobsRepository;
  readonly store: ObjectStore;
}

const PAGE = 100;

/**
 * Erases the jobs and pictures of a user whose account is gone. May be killed anywhere and begun
 * again: the note that asks for it goes last. What a worker under way still writes has no row any
 * more, and falls to the janitor as an orphan.
 */
export async function eraseUser(
  { users, jobs, store }: UserTraces,
  userId: string,
  signal: AbortSignal,
): Promise<void> {
  for (;;) {
    const page = await jobs.list({ ownerId: userId, limit: PAGE });
    for (const { id } of page.jobs) {
      signal.throwIfAborted();
      await removeBelow(store, jobPrefix(id), signal);
      await jobs.erase(id);
    }
    if (page.nextCursor === null) break;
  }
  await removeBelow(store, userPrefix(userId), signal);
  await users.finishErasure(userId);
}

async function removeBelow(store: ObjectStore, prefix: string, signal: AbortSignal): Promise<void> {
  for await (const { key } of store.list(prefix, signal)) await store.remove(key, signal);
}
