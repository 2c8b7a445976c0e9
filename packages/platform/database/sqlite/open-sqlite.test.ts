import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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
