import { randomBytes, randomUUID } from 'node:crypto';
import { link, mkdir, open, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Settings } from '@proteus/contracts/config/settings.ts';

const FILE = 'storage-signing-secret';
const SHORTEST = 32;

/** The secret that signs the local store's addresses. */
export interface SigningSecret {
  readonly secret: string;
  /** The file that it was made in just now; null when there was one. */
  readonly madeIn: string | null;
}

/**
 * The secret of the settings, or the one in the data folder, which is made at the first start. Only the
 * process's own user can read that file.
 *
 * @throws {Error} when the file cannot be read or made, or is damaged.
 */
export async function loadSigningSecret(
  settings: Pick<Settings, 'STORAGE_SIGNING_SECRET' | 'DATA_DIR'>,
): Promise<SigningSecret> {
  const { STORAGE_SIGNING_SECRET: given, DATA_DIR: folder } = settings;
  if (given !== undefined) return { secret: given, madeIn: null };
  const path = join(folder, FILE);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const madeIn = (await makeSecretFile(path)) ? path : null;
  const secret = (await readFile(path, 'utf8')).trim();
  if (secret.length < SHORTEST) throw new Error(`${path} is damaged; remove it to make a new one.`);
  return { secret, madeIn };
}

/** Linked into place when whole, so that of two processes starting at once both use the same one. */
async function makeSecretFile(path: string): Promise<boolean> {
  const temporary = `${path}.${randomUUID()}`;
  const file = await open(temporary, 'wx', 0o600);
  try {
    await file.writeFile(`${randomBytes(32).toString('base64url')}\n`);
    await file.sync();
    await link(temporary, path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    await file.close();
    await rm(temporary, { force: true });
  }
}
