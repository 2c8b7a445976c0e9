import { randomBytes, randomUUID } from 'node:crypto';
import { link, mkdir, open, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';

const SHORTEST = 32;

/** A secret that the server keeps to itself. */
export interface Secret {
  readonly secret: string;
  /** The file that it was made in just now; null when there was one. */
  readonly madeIn: string | null;
}

/** Where a secret may come from. */
export interface SecretSource {
  /** Its file's name in the folder. */
  readonly name: 'storage-signing-secret' | 'jwt-secret';
  /** As the settings have it. */
  readonly given: string | undefined;
  /** The data folder. */
  readonly folder: string;
}

/**
 * The secret of the settings, or the one in the data folder, which is made at the first start. Only the
 * process's own user can read that file.
 *
 * @throws {Error} when the file cannot be read or made, or is damaged.
 */
export async function loadSecret({ name, given, folder }: SecretSource): Promise<Secret> {
  if (given !== undefined) return { secret: given, madeIn: null };
  const path = join(folder, name);
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
