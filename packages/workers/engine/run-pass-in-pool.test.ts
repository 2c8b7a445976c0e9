import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { EnginePool } from './engine-pool.ts';
import { runPassInPool } from './run-pass-in-pool.ts';
import { act, MISBEHAVING } from './testing/engine-options.ts';

const calm = { signal: new AbortController().signal, timeLimitMs: 20_000 };
let pool: EnginePool | null = null;
afterEach(() => pool?.close());

async function startPool(): Promise<EnginePool> {
  pool = await EnginePool.start({
    ...MISBEHAVING,
    size: 1,
    maxWaiting: 2,
    recycleBytes: Number.POSITIVE_INFINITY,
    warmUp: null,
    onRestart: () => {},
  });
  return pool;
}
const words = async (ends: readonly Promise<unknown>[]) =>
  (await Promise.allSettled(ends)).map((end) =>
    end.status === 'fulfilled' ? 'done' : end.reason.code,
  );

describe('a pass in a pool', () => {
  it('takes one engine, which is free for others afterwards', async () => {
    const pool = await startPool();
    const items = ['work', 'refuse', 'work'].map((what) => ({ task: act(what), options: calm }));
    expect(await words(runPassInPool(pool, items))).toEqual(['done', 'NO_PERSON', 'done']);
    expect(pool.health()).toMatchObject({ idle: 1, busy: 0, restarts: 0 });
  });

  it('tells every task when the pool takes no more', async () => {
    const pool = await startPool();
    const others = [1, 2, 3].map(() => pool.run(act('wait'), calm));
    const items = [1, 2].map(() => ({ task: act('work'), options: calm }));
    expect(await words(runPassInPool(pool, items))).toEqual(['QUEUE_FULL', 'QUEUE_FULL']);
    await Promise.all(others);
  });

  it('lets tasks leave while it waits for an engine, and gives its place up with the last', async () => {
    const pool = await startPool();
    const first = pool.run(act('wait'), calm);
    const [one, two] = [new AbortController(), new AbortController()];
    const ends = runPassInPool(pool, [
      { task: act('work'), options: { ...calm, signal: one.signal } },
      { task: act('work'), options: { ...calm, signal: two.signal } },
    ]);
    one.abort();
    await expect(ends[0]).rejects.toMatchObject({ code: 'CANCELED' });
    expect(pool.health().waiting).toBe(1);
    two.abort();
    await expect(ends[1]).rejects.toMatchObject({ code: 'CANCELED' });
    expect(pool.health().waiting).toBe(0);
    await first;
  });

  it('gets a fresh engine after its own has died', async () => {
    const pool = await startPool();
    const items = ['crash', 'work'].map((what) => ({ task: act(what), options: calm }));
    expect(await words(runPassInPool(pool, items))).toEqual(['ENGINE_CRASHED', 'ENGINE_CRASHED']);
    await expect(pool.run(act('work'), calm)).resolves.toBeNull();
    await sleep(0);
    expect(pool.health().restarts).toBe(1);
  });
});
