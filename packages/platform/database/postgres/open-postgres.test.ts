import { createServer } from 'node:net';
import { sql } from 'kysely';
import { describe, expect, it, onTestFinished } from 'vitest';
import { TEST_DATABASE_URL } from '../../testing/test-services.ts';
import { openPostgres } from './open-postgres.ts';

const UNAVAILABLE = { code: 'DATABASE_UNAVAILABLE' };

/** A server on the loopback address that does what is handed in with whoever connects. */
async function listen(onConnection: Parameters<typeof createServer>[1]): Promise<string> {
  const server = createServer(onConnection).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  onTestFinished(() => void server.close());
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('not listening');
  return `postgres://somebody:secret@127.0.0.1:${address.port}/none`;
}

it.each([
  ['hangs up', (socket: { destroy(): void }) => socket.destroy()],
  ['says nothing', () => {}],
])('tells that a server which %s is away, and not for whom it knocked', async (_what, act) => {
  const database = openPostgres(await listen(act));
  const failure = await database.check().catch((error: unknown) => error);
  expect(failure).toMatchObject(UNAVAILABLE);
  expect(String(failure)).not.toMatch(/secret|somebody/);
  await database.close();
});

describe.skipIf(TEST_DATABASE_URL === undefined)('with a server', () => {
  const open = (statementTimeoutMs?: number) => {
    const options = { maxConnections: 2, ...(statementTimeoutMs && { statementTimeoutMs }) };
    const database = openPostgres(TEST_DATABASE_URL ?? '', options);
    onTestFinished(() => database.close());
    return database;
  };

  it('gives up a statement that takes too long, and goes on with the next', async () => {
    const database = open(100);
    await expect(sql`select pg_sleep(5)`.execute(database.query)).rejects.toMatchObject(
      UNAVAILABLE,
    );
    await expect(database.check()).resolves.toBeUndefined();
  });

  it('replaces connections that broke, whether they were idle or at work', async () => {
    const [database, killer] = [open(), open()];
    const own = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(database.query);
    const kill = (pid: number) => sql`select pg_terminate_backend(${pid})`.execute(killer.query);
    await kill(own.rows[0]!.pid);
    await expect.poll(() => database.check().then(() => 'answers', String)).toBe('answers');

    const broken = database.query.transaction().execute(async (transaction) => {
      const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(
        transaction,
      );
      await kill(rows[0]!.pid);
      await sql`select 1`.execute(transaction);
    });
    await expect(broken).rejects.toMatchObject(UNAVAILABLE);
    await expect.poll(() => database.check().then(() => 'answers', String)).toBe('answers');
  });

  it('reads counts and times as numbers', async () => {
    const { rows } = await sql`select 4294967295::bigint as seed, count(*) as n`.execute(
      open().query,
    );
    expect(rows).toEqual([{ seed: 4_294_967_295, n: 1 }]);
  });

  it('leaves the refusals of the server as they are', async () => {
    await expect(sql`select none`.execute(open().query)).rejects.toMatchObject({ code: '42703' });
  });
});
