import { execFile } from 'node:child_process';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { sql } from 'kysely';
import { expect, it, onTestFinished } from 'vitest';
import { openSqlite } from './open-sqlite.ts';

it('writes through to the disk, for its own user only, and answers when asked', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'proteus database-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const database = openSqlite(`sqlite:${join(folder, 'deep', 'proteus.db')}`);
  await expect(database.check()).resolves.toBeUndefined();
  const { rows } = await sql<{ synchronous: number }>`pragma synchronous`.execute(database.query);
  expect(rows).toEqual([{ synchronous: 2 }]);
  expect((await stat(join(folder, 'deep'))).mode & 0o077).toBe(0);
  await database.close();
  await expect(database.check()).rejects.toThrow();
});

it('opens a new file while other processes open it', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'proteus database-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  // All begin at the same moment, and meet often enough that one would lose.
  const program = `
    import { openSqlite } from '${new URL('./open-sqlite.ts', import.meta.url)}';
    const [, folder, start] = process.argv;
    while (Date.now() < Number(start));
    for (let index = 0; index < 300; index++) {
      await openSqlite('sqlite:' + folder + '/' + index + '.db').close();
    }
  `;
  const start = String(Date.now() + 1500);
  const open = () =>
    promisify(execFile)(
      process.execPath,
      ['--input-type=module', '--eval', program, folder, start],
      { timeout: 30_000 },
    );
  await expect(Promise.all([open(), open(), open(), open()])).resolves.toHaveLength(4);
});
