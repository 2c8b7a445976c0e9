import { setTimeout as sleep } from 'node:timers/promises';
import { isFinal } from '@proteus/contracts/jobs/job-status.ts';
import type { JobEventBus } from '@proteus/platform/events/job-event-bus.ts';
import type { Leases } from '@proteus/platform/leases/leases.ts';

/** A piece of work that several may want at the same time. */
export interface SharedWork<Result> {
  /** Names the work: equal work has equal names. */
  readonly name: string;
  /** Names this attempt at it. */
  readonly holder: string;
  /** Whose jobs' ends may mean that the work is done. */
  readonly ownerId: string;
  /** What somebody has made of it already; null = nothing yet. */
  readonly find: () => Promise<Result | null>;
  /** Does it; by its end `find` finds what was made. */
  readonly work: () => Promise<void>;
}

export interface OnlyOnceContext {
  readonly leases: Leases;
  readonly events: Pick<JobEventBus, 'subscribe'>;
  /** After this long the work of another is not waited for any longer, milliseconds. */
  readonly patienceMs: number;
  /** Hears when the work of another begins to be waited for, and when that is over. */
  readonly onWait: (waits: boolean) => void;
  readonly signal: AbortSignal;
}

/** Whoever died in the middle of the work is followed by another after this long. */
const LEASE_MS = 9_000;
const RENEW_MS = LEASE_MS / 3;
/** Events may get lost; the work is looked for this often anyway. */
const LOOK_INTERVAL_MS = 1_000;

/**
 * Has one of many processes do a piece of work, while the others wait for what it makes; when it fails or
 * dies, one of them takes over.
 *
 * @returns what another one has made, or null when the work was done here; also when the others took too
 *   long: then it may be done twice.
 * @throws what `work` throws, and the signal's reason.
 */
export async function onlyOnce<Result>(
  shared: SharedWork<Result>,
  context: OnlyOnceContext,
): Promise<Result | null> {
  const { leases, patienceMs, onWait, signal } = context;
  const { name, holder, find } = shared;
  const earlier = await find();
  if (earlier !== null) return earlier;
  if (await leases.acquire(name, holder, LEASE_MS)) return await asHolder(shared, leases);
  onWait(true);
  try {
    for (const end = Date.now() + patienceMs; Date.now() < end; ) {
      await nextEnd(context, shared.ownerId);
      signal.throwIfAborted();
      const found = await find();
      if (found !== null) return found;
      if (await leases.acquire(name, holder, LEASE_MS)) break;
    }
  } finally {
    onWait(false);
  }
  return await asHolder(shared, leases);
}

async function asHolder<Result>(
  { name, holder, find, work }: SharedWork<Result>,
  leases: Leases,
): Promise<Result | null> {
  // One that is away for a moment: at worst the work is done twice.
  const renewal = setInterval(
    () => leases.acquire(name, holder, LEASE_MS).catch(() => {}),
    RENEW_MS,
  );
  try {
    // Between the look and the lease the one before may have come to its end.
    const found = await find();
    if (found === null) await work();
    return found;
  } finally {
    clearInterval(renewal);
    await leases.release(name, holder).catch(() => {});
  }
}

/** Until a job of this owner ends, it is time to look again, or the signal aborts. */
async function nextEnd({ events, signal }: OnlyOnceContext, ownerId: string): Promise<void> {
  const ended = new AbortController();
  const unsubscribe = events.subscribe({ ownerId }, ({ status }) => {
    if (isFinal(status)) ended.abort();
  });
  try {
    const woken = AbortSignal.any([signal, ended.signal]);
    await sleep(LOOK_INTERVAL_MS, undefined, { signal: woken }).catch(() => {});
  } finally {
    unsubscribe();
  }
}
