import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seededRandom } from '../e2e/seeded-random.ts';
import { isReady } from '../e2e/server.ts';
import { type Fleet, HAVE_SERVICES, QUEUE, startFleet } from './fleet.ts';
import { type Ledger, openLedger } from './ledger.ts';
import { submitMarkedJobs, waitForAll } from './marked-jobs.ts';
import { type Outage, probeOutage } from './probe-outage.ts';
import { LIMIT_MS, OUTAGE_MS, survive } from './survive.ts';

/** A request that takes longer hangs: a second for the work, the rest for a machine that has much to do. */
const FAST_MS = 10_000;
const RECOVERY = { timeout: LIMIT_MS, interval: 100 };

type Service = 'postgres' | 'redis' | 's3';
/** Where the queue is not in Redis, it is in PostgreSQL. */
const QUEUE_IN_REDIS = QUEUE === 'redis';

const OUTAGES: readonly (Outage & { readonly service: Service })[] = [
  {
    service: 'redis',
    checks: QUEUE_IN_REDIS ? ['queue'] : [],
    codes: ['QUEUE_UNAVAILABLE'],
    unanswered: QUEUE_IN_REDIS ? ['submit'] : [],
    answered: ['read', 'list', 'result', 'login'],
  },
  {
    service: 'postgres',
    checks: QUEUE_IN_REDIS ? ['database'] : ['database', 'queue'],
    codes: ['DATABASE_UNAVAILABLE', ...(QUEUE_IN_REDIS ? [] : (['QUEUE_UNAVAILABLE'] as const))],
    // A job that was read of late may be remembered, and too many logins are refused without a look.
    unanswered: ['submit', 'list', 'result'],
    answered: [],
  },
  {
    service: 's3',
    checks: ['storage'],
    codes: ['STORAGE_UNAVAILABLE'],
    unanswered: ['submit', 'result'],
    answered: ['read', 'list', 'login'],
  },
];
/** Those that are frozen, too: a few seconds each. `FAULT_FROZEN=postgres,redis,s3` for all. */
const FROZEN = (process.env.FAULT_FROZEN ?? 's3').split(',');

describe.skipIf(!HAVE_SERVICES)('a fleet whose services are killed while jobs run', () => {
  let fleet: Fleet;
  let ledger: Ledger;
  let done: string;
  beforeAll(async () => {
    fleet = await startFleet();
    ledger = openLedger(fleet);
    const gateway = () => fleet.gateway.address;
    const jobs = await submitMarkedJobs('before', 1, gateway, 0);
    await waitForAll(jobs, gateway, LIMIT_MS);
    await ledger.account(jobs);
    done = jobs[0]!.id;
  }, LIMIT_MS);
  afterAll(async () => {
    await ledger?.close();
    await fleet?.close();
  });

  it.each(OUTAGES)(
    'answers at once without $service, says what is away, recovers alone and loses no job',
    { timeout: LIMIT_MS },
    async ({ service, ...outage }) => {
      const random = seededRandom(service.length);
      await survive({ fleet, ledger }, service, async () => {
        const { address } = fleet.gateway;
        await sleep(300 + 1_000 * random());
        await fleet[service].crash();
        const slowestMs = await probeOutage(address, done, outage, OUTAGE_MS);
        await fleet[service].start();
        const startedAt = Date.now();
        await expect.poll(() => isReady(address), RECOVERY).toBe(true);
        const readyMs = Date.now() - startedAt;
        console.info(`${service}: slowest answer ${slowestMs} ms, ready again in ${readyMs} ms`);
        expect(slowestMs).toBeLessThan(FAST_MS);
      });
    },
  );

  it.each(OUTAGES.filter(({ service }) => FROZEN.includes(service)))(
    'answers soon while $service is frozen, and recovers alone',
    { timeout: LIMIT_MS },
    async ({ service, ...outage }) => {
      const { address } = fleet.gateway;
      await fleet[service].freeze();
      const slowestMs = await probeOutage(address, done, outage, 0).finally(fleet[service].thaw);
      await expect.poll(() => isReady(address), RECOVERY).toBe(true);
      console.info(`${service}: frozen, slowest answer ${slowestMs} ms`);
      expect(slowestMs).toBeLessThan(FAST_MS);
    },
  );
});
