import { setTimeout as sleep } from 'node:timers/promises';
import type { WorkPolicy } from '@proteus/contracts/config/policy.ts';
import { migrateUp } from '@proteus/platform/database/migrations.ts';
import { openDatabase } from '@proteus/platform/database/open-database.ts';
import { createDatabaseLeases } from '@proteus/platform/leases/create-database-leases.ts';
import type { Leases } from '@proteus/platform/leases/leases.ts';
import { createLogger } from '@proteus/platform/logging/logger.ts';
import { createMemoryPolicy } from '@proteus/platform/policy/create-memory-policy.ts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runArbitrator } from './arbitrator.ts';
import type { Crowd } from './decide-policy.ts';

const INTERVAL_MS = 5;
const logger = createLogger({ level: 'silent' });
let database: ReturnType<typeof openDatabase>;
let leases: Leases;
let stop: AbortController;
const running: Promise<void>[] = [];
beforeEach(async () => {
  database = openDatabase('sqlite::memory:');
  await migrateUp(database);
  leases = createDatabaseLeases(database);
  stop = new AbortController();
});
afterEach(async () => {
  stop.abort();
  await Promise.all(running.splice(0));
  await database.close();
});

function start(
  name: string,
  crowd: () => Crowd | Promise<Crowd>,
  changes: Partial<Parameters<typeof runArbitrator>[0]> = {},
  signal = stop.signal,
) {
  const options = { leases, policy: createMemoryPolicy(), logger, name, intervalMs: INTERVAL_MS };
  running.push(runArbitrator({ ...options, readCrowd: async () => crowd(), ...changes }, signal));
}

describe('the arbitrator', () => {
  it('writes what the crowd calls for', async () => {
    const policy = createMemoryPolicy();
    start('a', () => ({ depth: 80, waitMs: 0 }), { policy });
    await expect.poll(() => policy.read()).toMatchObject({ batchSize: 8, mode: 'SURGE' });
  });

  it('is one of many: the others wait, and one of them follows when it goes', async () => {
    const deciders: string[] = [];
    const first = new AbortController();
    const follow = (name: string, signal?: AbortSignal) =>
      start(
        name,
        () => ({ depth: 0, waitMs: 0 }),
        { onDecision: () => deciders.push(name) },
        signal,
      );
    follow('a', first.signal);
    await expect.poll(() => deciders.length).toBeGreaterThan(2);
    follow('b');
    await sleep(INTERVAL_MS * 10);
    expect(new Set(deciders)).toEqual(new Set(['a']));
    first.abort();
    await expect.poll(() => deciders.at(-1)).toBe('b');
  });

  it('writes again what somebody overwrote', async () => {
    const written: WorkPolicy[] = [];
    const policy = {
      ...createMemoryPolicy(),
      write: async (decided: WorkPolicy) => void written.push(decided),
    };
    start('a', () => ({ depth: 20, waitMs: 0 }), { policy });
    await expect.poll(() => written.length, { timeout: 15_000 }).toBeGreaterThan(1);
    expect(written.every(({ batchSize }) => batchSize === 4)).toBe(true);
  });

  it('waits trouble out', async () => {
    const policy = createMemoryPolicy();
    let looks = 0;
    start(
      'a',
      () => {
        if (looks++ < 3) throw new Error('the queue is away');
        return { depth: 20, waitMs: 0 };
      },
      { policy },
    );
    await expect.poll(async () => (await policy.read()).batchSize).toBe(4);
  });
});
