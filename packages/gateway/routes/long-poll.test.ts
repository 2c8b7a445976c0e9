import { connect } from 'node:net';
import type { JobEventBus } from '@proteus/platform/events/job-event-bus.ts';
import { createMemoryJobEventBus } from '@proteus/platform/events/memory/memory-job-event-bus.ts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createTestGateway, listen, type TestGateway } from '../testing/test-gateway.ts';
import { submit } from '../testing/work-on-job.ts';

/** A loaded machine may take its time. */
const PATIENCE = { timeout: 15_000 };

let gateway: TestGateway;
let listeners = 0;

/** A bus that counts who listens. */
function countingBus(): JobEventBus {
  const bus = createMemoryJobEventBus(() => {});
  return {
    ...bus,
    subscribe(filter, listener) {
      listeners++;
      const unsubscribe = bus.subscribe(filter, listener);
      return () => {
        listeners--;
        unsubscribe();
      };
    },
  };
}

beforeEach(async () => {
  listeners = 0;
  gateway = await createTestGateway({ parts: { events: countingBus() } });
});
afterEach(() => gateway.close());

describe('a long poll', () => {
  it('stops listening when its client hangs up', async () => {
    const jobId = await submit(gateway);
    const socket = connect(await listen(gateway), '127.0.0.1');
    socket.write(`GET /v1/jobs/${jobId}?wait=60 HTTP/1.1\r\nHost: localhost\r\n\r\n`);
    await expect.poll(() => listeners, PATIENCE).toBe(1);
    socket.destroy();
    await expect.poll(() => listeners, PATIENCE).toBe(0);
  });

  it('is answered when the server closes, which then does not wait for it', async () => {
    const jobId = await submit(gateway);
    const url = `http://127.0.0.1:${await listen(gateway)}/v1/jobs/${jobId}?wait=60`;
    const waiting = fetch(url).then((reply) => reply.json());
    await expect.poll(() => listeners, PATIENCE).toBe(1);
    await gateway.app.close();
    expect(await waiting).toMatchObject({ job_id: jobId, status: 'queued' });
  });

  it('does not listen for a job that is not there', async () => {
    expect((await gateway.app.inject('/v1/jobs/none?wait=60')).statusCode).toBe(404);
    expect(listeners).toBe(0);
  });
});
