import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { sql } from 'kysely';
import { afterEach, beforeEach, expect, it } from 'vitest';
import * as jobs from './migrations/0001-jobs.ts';
import * as corrections from './migrations/0002-corrections.ts';
import * as finishedWork from './migrations/0003-finished-work.ts';
import * as accounts from './migrations/0004-accounts.ts';
import * as leases from './migrations/0005-leases.ts';
import * as jobKinds from './migrations/0006-job-kinds.ts';
import { migrateUp, migrationStatus } from './migrations.ts';
import { openDatabase } from './open-database.ts';
import { type EmptyDatabase, onEveryDatabase } from './testing/test-databases.ts';

onEveryDatabase((createEmpty) => {
  let empty: EmptyDatabase;
  let url: string;
  beforeEach(async () => {
    empty = await createEmpty();
    url = empty.url;
  });
  afterEach(() => empty.remove());

  it('brings a new database up to date, once', async () => {
    const database = openDatabase(url);
    expect((await migrationStatus(database)).every(({ executedAt }) => executedAt === null)).toBe(
      true,
    );
    const run = await migrateUp(database);
    expect(run).toEqual((await migrationStatus(database)).map(({ name }) => name));
    expect((await migrationStatus(database)).every(({ executedAt }) => executedAt !== null)).toBe(
      true,
    );
    expect(await migrateUp(database)).toEqual([]);
    await database.close();
  });

  it('takes jobs of before there were tailors for those of weavers', async () => {
    const database = openDatabase(url);
    for (const { up } of [jobs, corrections, finishedWork, accounts, leases]) {
      await up(database.query);
    }
    await sql`insert into jobs (id, owner_id, status, category, seed, options, config, person_key,
      person_hash, garment_key, garment_hash, created_at, updated_at)
      values ('a', 'me', 'queued', 'auto', 1, '{}', '{}', 'p', 'ph', 'g', 'gh', 1, 1)`.execute(
      database.query,
    );
    await sql`insert into idempotency_keys values ('me', 'key', 'hash', 'a', 1)`.execute(
      database.query,
    );
    await sql`insert into queue_entries (job_id, position, available_at) values ('a', 1, 1)`.execute(
      database.query,
    );
    await jobKinds.up(database.query);
    const job = await database.query.selectFrom('jobs').selectAll().executeTakeFirst();
    expect(job).toMatchObject({
      kind: 'weaver',
      person_key: 'p',
      person_hash: 'ph',
      garment_key: 'g',
      failures: 0,
    });
    const entry = await database.query.selectFrom('queue_entries').selectAll().executeTakeFirst();
    expect(entry).toMatchObject({ job_id: 'a', queue: 'weaver_jobs' });
    const keys = await database.query.selectFrom('idempotency_keys').selectAll().execute();
    expect(keys).toHaveLength(1);
    await database.close();
  });

  it('leaves nothing of a migration that fails', async () => {
    const database = openDatabase(url);
    await sql`create table queue_entries (in_the_way text)`.execute(database.query);
    await expect(migrateUp(database)).rejects.toThrow(/queue_entries/);
    await expect(sql`select * from jobs`.execute(database.query)).rejects.toThrow(/jobs/);
    await sql`drop table queue_entries`.execute(database.query);
    const all = (await migrationStatus(database)).map(({ name }) => name);
    expect(await migrateUp(database)).toEqual(all);
    await database.close();
  });

  it('is safe when several processes start at once', async () => {
    const program = `
    import { migrateUp } from '${new URL('./migrations.ts', import.meta.url)}';
    import { openDatabase } from '${new URL('./open-database.ts', import.meta.url)}';
    const database = openDatabase(process.argv[1]);
    console.log((await migrateUp(database)).join());
    await database.close();
  `;
    const run = promisify(execFile);
    const start = () => run(process.execPath, ['--input-type=module', '--eval', program, url]);
    const outputs = await Promise.all([start(), start(), start()]);
    const names = outputs.flatMap(({ stdout }) => stdout.trim().split(',').filter(Boolean));
    const database = openDatabase(url);
    expect(names.sort()).toEqual((await migrationStatus(database)).map(({ name }) => name));
    await database.close();
  });

  it('refuses a database that a later version has made', async () => {
    const database = openDatabase(url);
    await migrateUp(database);
    await sql`insert into migrations values ('9999-future', 1)`.execute(database.query);
    await expect(migrateUp(database)).rejects.toThrow(/9999-future/);
    await database.close();
  });
});
