import { setTimeout as sleep } from 'node:timers/promises';
import type { Crowd, WorkPolicy } from '@proteus/contracts/config/policy.ts';
import { migrateUp } from '@proteus/platform/database/migrations.ts';
import { openDatabase } from '@proteus/platform/database/open-database.ts';
import { createDatabaseLeases } from '@proteus/platform/leases/create-database-leases.ts';
import type { Leases } from '@proteus/platform/leases/leases.ts';
import { createLogger } from '@proteus/platform/logging/logger.ts';
import { createMemoryPolicy } from '@proteus/platform/policy/create-memory-policy.ts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runArbitrator } from './arbitrator.ts';

const INTERVAL_MS = 5;
const UNHEARD = { looked() {}, decided() {}, failed() {} };
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
  const policy = createMemoryPolicy();
  const options = { leases, policy, logger, name, metrics: UNHEARD, intervalMs: INTERVAL_MS };
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
        { metrics: { ...UNHEARD, decided: () => deciders.push(name) } },
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

  it('reports who decides, what, and how often anew', async () => {
    const reports: unknown[][] = [];
    const listen = (name: string) => ({
      looked: (isLeader: boolean) => reports.push([name, 'leads', isLeader]),
      decided: (policy: WorkPolicy, crowd: Crowd, isNew: boolean) =>
        reports.push([name, policy.batchSize, crowd.depth, isNew]),
      failed: () => reports.push([name, 'failed']),
    });
    let depth = 0;
    start('a', () => ({ depth, waitMs: 0 }), { metrics: listen('a') });
    await expect.poll(() => reports).toContainEqual(['a', 1, 0, false]);
    depth = 60;
    await expect.poll(() => reports).toContainEqual(['a', 8, 60, true]);
    start('b', () => ({ depth, waitMs: 0 }), { metrics: listen('b') });
    await expect.poll(() => reports).toContainEqual(['b', 'leads', false]);
    expect(reports).toContainEqual(['a', 'leads', true]);
    expect(reports.filter(([name, report]) => name === 'b' && report !== 'leads')).toEqual([]);
  });

  it('waits trouble out', async () => {
    const policy = createMemoryPolicy();
    let looks = 0;
    let failures = 0;
    start(
      'a',
      () => {
        if (looks++ < 3) throw new Error('the queue is away');
        return { depth: 20, waitMs: 0 };
      },
      { policy, metrics: { ...UNHEARD, failed: () => failures++ } },
    );
    await expect.poll(async () => (await policy.read()).batchSize).toBe(4);
    expect(failures).toBe(3);
  });
});
