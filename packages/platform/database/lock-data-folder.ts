import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';

/**
 * Claims a data folder for this process: the embedded queue has one worker only, and a second one
 * would take the first one's jobs for those of a dead process. The operating system ends the claim
 * with the process, however it dies.
 *
 * @returns what gives the folder free, or null when another process holds it.
 */
export function lockDataFolder(folder: string): (() => void) | null {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const lock = new SqliteDatabase(join(folder, 'process.lock'), { timeout: 0 });
  try {
    lock.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    lock.close();
    if ((error as { code?: string }).code === 'SQLITE_BUSY') return null;
    throw error;
  }
  return () => lock.close();
}
