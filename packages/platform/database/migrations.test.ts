import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { sql } from 'kysely';
import { afterEach, beforeEach, expect, it } from 'vitest';
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
