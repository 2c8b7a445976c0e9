import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seededRandom } from '../e2e/seeded-random.ts';
import { BATCH, type Fleet, HAVE_SERVICES, startFleet } from './fleet.ts';
import { type Ledger, openLedger } from './ledger.ts';
import type { MarkedJob } from './marked-jobs.ts';
import { JOBS, LIMIT_MS, survive } from './survive.ts';

const KILLS = Math.max(2, Math.ceil(JOBS / 25));
/** A lease's time and the looks at it; asserted with room for a machine that has much to do. */
const RECOVERY_MS = 15_000;
const ROOM = 2;
/** Of each job in a batch that is killed in its middle. */
const LONG_WORK_MS = 1_000;

describe.skipIf(!HAVE_SERVICES)('a fleet whose processes are killed while jobs run', () => {
  let fleet: Fleet;
  let ledger: Ledger;
  beforeAll(async () => {
    fleet = await startFleet();
    ledger = openLedger(fleet);
  }, LIMIT_MS);
  afterAll(async () => {
    await ledger?.close();
    await fleet?.close();
  });

  it('loses no job when the gateway is killed', { timeout: LIMIT_MS }, async () => {
    const random = seededRandom(1);
    await survive({ fleet, ledger }, 'gateway', async () => {
      for (let kill = 0; kill < KILLS; kill++) {
        await sleep(200 + 1_000 * random());
        await fleet.gateway.end('SIGKILL');
        fleet.gateway = await fleet.startGateway();
      }
    });
  });

  it('loses no job when engines are killed', { timeout: LIMIT_MS }, async () => {
    const random = seededRandom(2);
    await survive({ fleet, ledger }, 'engine', async () => {
      for (let kill = 0; kill < 2 * KILLS; kill++) {
        await sleep(200 + 600 * random());
        const engines = await fleet.weavers[kill % fleet.weavers.length]!.engines();
        for (const engine of engines) process.kill(engine, 'SIGKILL');
      }
    });
  });

  it('loses no job when weavers are killed', { timeout: LIMIT_MS }, async () => {
    const random = seededRandom(3);
    await survive({ fleet, ledger }, 'weaver', async () => {
      for (let kill = 0; kill < KILLS; kill++) {
        await sleep(200 + 1_000 * random());
        const index = kill % fleet.weavers.length;
        await fleet.weavers[index]!.end('SIGKILL');
        fleet.weavers[index] = await fleet.startWeaver();
      }
    });
  });

  it('begins a job again soon when its weaver was killed in the middle of a batch, and twice', {
    timeout: LIMIT_MS,
  }, async () => {
    const random = seededRandom(4);
    const [first, heir] = fleet.weavers;
    // It is there but takes nothing, so that it is known who has the batch.
    process.kill(heir!.pid, 'SIGSTOP');
    const wakeHeir = async () => {
      process.kill(heir!.pid, 'SIGCONT');
      return heir!;
    };
    let holder = first!;
    const trouble = async (accepted: Promise<readonly MarkedJob[]>) => {
      const victim = (await accepted).at(-1)!;
      const attempts = async () => (await ledger.find(victim.id))?.attempts;
      const poll = { timeout: LIMIT_MS, interval: 50 };
      await expect.poll(attempts, poll).toBe(1);
      // The second time there is no other weaver: its supervisor starts it again.
      for (const [index, takeOver] of [wakeHeir, fleet.startWeaver].entries()) {
        await sleep(LONG_WORK_MS * random());
        const killedAt = Date.now();
        await holder.end('SIGKILL');
        holder = await takeOver();
        await expect.poll(attempts, poll).toBe(index + 2);
        const recoveryMs = Date.now() - killedAt;
        console.info(`weaver: killed in attempt ${index + 1}, begun anew in ${recoveryMs} ms`);
        expect(recoveryMs).toBeLessThan(ROOM * RECOVERY_MS);
      }
    };
    const batch = { count: BATCH, workMs: LONG_WORK_MS };
    await survive({ fleet, ledger }, 'batch', trouble, batch);
  });
});
