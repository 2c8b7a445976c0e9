import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { type AddressInfo, connect, createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { QueueName } from '@proteus/contracts/jobs/job-kind.ts';
import { Redis } from 'ioredis';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { openDatabase } from '../../database/open-database.ts';
import { TEST_DATABASE_URL, TEST_REDIS_URL } from '../../testing/test-services.ts';
import { testJobQueue } from '../job-queue.conformance.ts';
import { openPostgresQueue } from './open-postgres-queue.ts';
import { openRedisQueue } from './open-redis-queue.ts';

/**
 * Real time passes here, for several tests at once: leases are short but leave a slow machine room, and lost ones are
 * looked for often.
 */
const LEASE_MS = 6_000;
const STALLED_CHECK_MS = 200;
/** A lost job is marked by one look and taken back by the next. */
const NOTICE_MS = 7 * STALLED_CHECK_MS;
const onError = () => {};

const advance = async (milliseconds: number) => {
  await sleep(milliseconds + NOTICE_MS);
};

describe.skipIf(TEST_REDIS_URL === undefined).concurrent('with Redis', () => {
  testJobQueue('BullMQ on Redis', async () => {
    const [url, prefix] = [TEST_REDIS_URL ?? '', `test-${randomUUID()}`];
    const open = (name: QueueName) =>
      openRedisQueue({
        url,
        prefix,
        name,
        lockMs: LEASE_MS,
        stalledCheckMs: STALLED_CHECK_MS,
        onError,
      });
    const [queue, other] = [await open('weaver_jobs'), await open('tailor_jobs')];
    return {
      queue,
      other,
      leaseMs: LEASE_MS,
      advance,
      async close() {
        await Promise.all([queue.close(), other.close()]);
        const client = new Redis(url);
        const keys = await client.keys(`${prefix}:*`);
        if (keys.length > 0) await client.del(keys);
        client.disconnect();
      },
    };
  });

  it.concurrent('works when Redis comes after the start', async () => {
    const { hostname, port } = new URL(TEST_REDIS_URL ?? '');
    const way = createServer((socket) => {
      const redis = connect(Number(port), hostname);
      for (const end of [socket, redis]) end.on('error', () => {});
      socket.pipe(redis).pipe(socket);
    });
    const listening = once(way, 'listening');
    way.listen(0, '127.0.0.1');
    await listening;
    const url = new URL(TEST_REDIS_URL ?? '');
    url.host = `127.0.0.1:${(way.address() as AddressInfo).port}`;
    await new Promise((resolve) => way.close(resolve));
    const prefix = `test-${randomUUID()}`;
    const queue = await openRedisQueue({ url: url.href, prefix, name: 'weaver_jobs', onError });
    await expect(queue.depth()).rejects.toMatchObject({ code: 'QUEUE_UNAVAILABLE' });
    way.listen(Number(url.port), '127.0.0.1');
    await expect.poll(() => queue.depth().catch(() => null), { timeout: 10_000 }).not.toBeNull();
    await queue.close();
    way.close();
  });
});

describe.skipIf(TEST_DATABASE_URL === undefined).concurrent('with PostgreSQL', () => {
  testJobQueue('BullMQ on PostgreSQL', async () => {
    const url = TEST_DATABASE_URL ?? '';
    const schema = `test_${randomUUID().replaceAll('-', '')}`;
    const open = (name: QueueName) =>
      openPostgresQueue({
        url,
        schema,
        name,
        maxConnections: 4,
        lockMs: LEASE_MS,
        stalledCheckMs: STALLED_CHECK_MS,
        onError,
      });
    const [queue, other] = [await open('weaver_jobs'), await open('tailor_jobs')];
    return {
      queue,
      other,
      leaseMs: LEASE_MS,
      advance,
      async close() {
        await Promise.all([queue.close(), other.close()]);
        const database = openDatabase(url, { maxConnections: 1 });
        await sql`drop schema ${sql.id(schema)} cascade`.execute(database.query);
        await database.close();
      },
    };
  });
});

it.concurrent('says within seconds that Redis is away', async () => {
  const queue = await openRedisQueue({ url: 'redis://127.0.0.1:1', name: 'weaver_jobs', onError });
  const unavailable = { code: 'QUEUE_UNAVAILABLE' };
  await expect(queue.add('a')).rejects.toMatchObject(unavailable);
  await expect(queue.depth()).rejects.toMatchObject(unavailable);
  await expect(queue.lease(1, 1_000)).rejects.toMatchObject(unavailable);
  await expect(queue.follow('a', 'added')).resolves.toBeUndefined();
  await queue.close();
});
