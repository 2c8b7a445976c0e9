import { setTimeout as sleep } from 'node:timers/promises';
import { isFinal } from '@proteus/contracts/jobs/job-status.ts';
import type { GatewayContext } from '../context.ts';
import { matchesEntityTag } from '../http/entity-tag.ts';
import { type TaggedJobView, viewJob } from './job-view.ts';
import { requireJobStatus } from './require-job.ts';

export interface JobWait {
  readonly jobId: string;
  readonly ownerId: string;
  readonly seconds: number;
  /** The `If-None-Match` of a client that knows a state already. */
  readonly known: string | undefined;
}

/** An event may get lost, and places in the queue change without one: look again this often. */
const LOOK_AGAIN_MS = 2_000;

/**
 * Looks at a job until it is final (or, for a client that knows a state, until it is in another
 * one), the time is up, the client has gone or the server closes; whichever is first.
 *
 * @throws {ProteusError} NOT_FOUND
 */
export async function waitForJob(
  context: GatewayContext,
  { jobId, ownerId, seconds, known }: JobWait,
  client: AbortSignal,
): Promise<TaggedJobView> {
  const look = async () => viewJob(context, await requireJobStatus(context, jobId, ownerId));
  if (seconds === 0) return look();

  const end = AbortSignal.any([client, context.closing, AbortSignal.timeout(seconds * 1000)]);
  let wake = () => {};
  // Subscribed before the first look, so that no change falls in between.
  const unsubscribe = context.events.subscribe({ jobId }, () => wake());
  try {
    for (;;) {
      const nap = new AbortController();
      wake = () => nap.abort();
      const seen = await look();
      const news =
        known === undefined ? isFinal(seen.view.status) : !matchesEntityTag(known, seen.tag);
      if (news || end.aborted) return seen;
      await rest(AbortSignal.any([nap.signal, end]));
    }
  } finally {
    unsubscribe();
  }
}

async function rest(woken: AbortSignal): Promise<void> {
  try {
    await sleep(LOOK_AGAIN_MS, undefined, { signal: woken });
  } catch (error) {
    if (!woken.aborted) throw error;
  }
}
