import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { EnginePool, type EnginePoolOptions } from './engine-pool.ts';
import { act, MISBEHAVING } from './testing/engine-options.ts';

const calm = { signal: new AbortController().signal, timeLimitMs: 20_000 };
const pools: EnginePool[] = [];

async function start(options: Partial<EnginePoolOptions> = {}): Promise<EnginePool> {
  const pool = await EnginePool.start({
    ...MISBEHAVING,
    size: 1,
    maxWaiting: 2,
    recycleBytes: Number.POSITIVE_INFINITY,
    warmUp: null,
    onRestart: () => {},
    ...options,
  });
  pools.push(pool);
  return pool;
}

afterEach(async () => {
  for (const pool of pools.splice(0)) await pool.close();
});

describe('an engine pool', () => {
  it('serves tasks in the order they came', async () => {
    const pool = await start();
    const order: string[] = [];
    await Promise.all([
      pool.run(act('wait'), calm).then(() => order.push('first')),
      pool.run(act('work'), calm).then(() => order.push('second')),
      pool.run(act('work'), calm).then(() => order.push('third')),
    ]);
    expect(order).toEqual(['first', 'second', 'third']);
  });

  it('refuses more tasks than may wait', async () => {
    const pool = await start();
    const accepted = [1, 2, 3].map(() => pool.run(act('wait'), calm));
    await expect(pool.run(act('work'), calm)).rejects.toMatchObject({ code: 'QUEUE_FULL' });
    await Promise.all(accepted);
  });

  it('replaces an engine that crashed, and the next task runs', async () => {
    const causes: unknown[] = [];
    const pool = await start({ onRestart: (cause) => causes.push(cause) });
    const crash = pool.run(act('crash'), calm);
    const next = pool.run(act('work'), calm);
    await expect(crash).rejects.toMatchObject({ code: 'ENGINE_CRASHED' });
    await expect(next).resolves.toBeNull();
    expect(causes).toHaveLength(1);
    expect(pool.health()).toMatchObject({ size: 1, idle: 1, busy: 0, restarts: 1 });
  });

  it('replaces an engine that has grown too large between two tasks', async () => {
    const pool = await start({ recycleBytes: 1 });
    await pool.run(act('work'), calm);
    await pool.run(act('work'), calm);
    expect(pool.health().restarts).toBeGreaterThanOrEqual(1);
  });

  it('lets a waiting task leave when it is canceled', async () => {
    const pool = await start();
    const first = pool.run(act('wait'), calm);
    const abort = new AbortController();
    const second = pool.run(act('work'), { ...calm, signal: abort.signal });
    abort.abort();
    await expect(second).rejects.toMatchObject({ code: 'CANCELED' });
    await first;
    expect(pool.health().waiting).toBe(0);
  });

  it('works on as many tasks at once as it has engines', async () => {
    const pool = await start({ size: 2 });
    while (pool.health().idle < 2) await sleep(20);
    const both = [pool.run(act('wait'), calm), pool.run(act('wait'), calm)];
    await sleep(50);
    expect(pool.health()).toMatchObject({ busy: 2, waiting: 0 });
    await Promise.all(both);
  });

  it('refuses work after it was closed, and fails what waits', async () => {
    const pool = await start();
    const running = pool.run(act('silence'), calm);
    const waiting = pool.run(act('work'), calm);
    const ends = Promise.allSettled([running, waiting]);
    await sleep(20);
    await pool.close();
    expect((await ends).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    await expect(pool.run(act('work'), calm)).rejects.toMatchObject({ code: 'NOT_READY' });
  });

  it('fails to start when no engine can', async () => {
    const entry = new URL('./there-is-no-such-file.ts', import.meta.url);
    await expect(start({ entry })).rejects.toMatchObject({ code: 'ENGINE_CRASHED' });
  });
});
